/**
 * The corpus of chains: {@code src/chains} holds a folder for each rule, in it sources with ways
 * that lead to a blocking call and, beside them, twins that do not. What is to be found stands at
 * the line of the call, {@code // finds: BlockingCall Thread.sleep(long)}; several findings are
 * parted by semicolons. A line without such a comment must have no finding, and a method that is a
 * twin is marked {@code // silent}.
 *
 * <p>What a rule's folder may hold beside sources: {@code jar}, sources that are compiled without
 * the checks and given as a jar; {@code options}, the compiler's options, a line each; stub files
 * that these name.
 *
 * <p>{@code src/chains/pending} names what does not hold yet, and why. It must be exactly right: a
 * line that begins to hold has to be taken out.
 */
package dev.unclog.chains;
