package dev.unclog.call;

/**
 * What a branch that leads to a call has found out.
 *
 * @param tested a truth value: a {@link Value.Parameter} of type {@code boolean}, a {@link
 *     Value.Flag}, a {@link Value.IsSet}, a {@link Value.Equals}, or the {@link Value.Result} of a
 *     method that somebody asked about by name
 * @param answer what it was
 */
public record Guard(Value tested, boolean answer) {}
