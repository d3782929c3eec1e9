/** Made when it is first asked for: what is large and seldom needed must not delay the start of every program. */
export function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
