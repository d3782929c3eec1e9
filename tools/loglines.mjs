const levels = { 40: 'warning: ', 50: 'error: ', 60: 'fatal: ' };

/** A structured log line as a person reads it; any other line as it is. DEBUG=1 leaves all as they are. */
export function readable(text) {
  if (!text.startsWith('{') || process.env.DEBUG) return text;
  try {
    const { level, msg, context, err } = JSON.parse(text);
    if (typeof msg !== 'string' && !err) return text;
    const problem = err?.message && err.message !== msg ? `: ${err.message}` : '';
    return `${levels[level] ?? ''}${context ? `${context}: ` : ''}${msg ?? ''}${problem}`;
  } catch {
    return text;
  }
}
