/** True where the connection to PostgreSQL or Redis went, and not the statement was wrong: the same again may work. */
export function isConnectionLost(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return (
    /^(08|57P|53)/.test(code ?? '') ||
    /terminat|ECONN|closed|not queryable|already released|timeout|max retries per request/i.test(`${code} ${message}`)
  );
}
