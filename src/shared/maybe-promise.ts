/** A value at hand, or one that is waited for: what is at hand costs no turn of the event loop. */
export type MaybePromise<T> = T | Promise<T>;

/** All values, at once when all are at hand. Rejects as `Promise.all` does. */
export function allOf<T>(values: readonly MaybePromise<T>[]): MaybePromise<T[]> {
  const isAtHand = (all: readonly MaybePromise<T>[]): all is readonly T[] =>
    !all.some((value) => value instanceof Promise);
  return isAtHand(values) ? [...values] : Promise.all(values);
}

/** What `then` makes of a value, at once when the value is at hand. */
export function followedBy<T, U>(value: MaybePromise<T>, then: (value: T) => MaybePromise<U>): MaybePromise<U> {
  return value instanceof Promise ? value.then(then) : then(value);
}
