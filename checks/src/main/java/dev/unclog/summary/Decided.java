package dev.unclog.summary;

import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.call.Call;

/**
 * What decides a function's fate.
 *
 * @param fate where it runs
 * @param by the call it is given to in the end, or that runs it
 * @param argument its position there, from 0; -1 if the call is made on it
 */
public record Decided(FunctionFate fate, Call by, int argument) {}
