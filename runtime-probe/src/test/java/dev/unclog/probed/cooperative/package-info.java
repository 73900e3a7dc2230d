/** A package of which all is cooperative. */
@Cooperative
package dev.unclog.probed.cooperative;

import dev.unclog.annotations.Cooperative;
