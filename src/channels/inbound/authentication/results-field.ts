/** One result in an Authentication-Results field (RFC 8601): `dkim=pass header.d=example.com`. */
export interface MethodResult {
  method: string;
  result: string;
  /** by lower-case name, such as header.from */
  properties: Map<string, string>;
}

export interface ResultsField {
  /** lower case */
  authservId: string;
  results: MethodResult[];
}

interface Token {
  text: string;
  /** a quoted string is a value, and never a method, a result or a sign */
  quoted: boolean;
}

/**
 * Null where it is not well formed. A result is dropped that is not, or that has a property twice: what a server copied
 * from a mail without quoting it must not become a result.
 */
export function resultsField(value: string): ResultsField | null {
  const [first, ...groups] = groupsOf(value) ?? [];
  const [id, version, ...more] = first ?? [];
  if (!id || id.text === '' || more.length > 0 || (version && !/^\d+$/.test(version.text))) return null;
  return { authservId: id.text.toLowerCase(), results: groups.flatMap((group) => resultOf(group) ?? []) };
}

function resultOf(tokens: Token[]): MethodResult | null {
  const pairs = pairsOf(tokens);
  if (!pairs || pairs.length === 0) return null;
  const [{ name, value }, ...rest] = pairs as [Pair, ...Pair[]];
  const method = /^([a-z][a-z\d-]*)(?:\/\d+)?$/.exec(name)?.[1];
  if (!method || value.quoted || !/^[a-z]+$/i.test(value.text)) return null;
  const properties = new Map(rest.map((each) => [each.name, each.value.text]));
  if (properties.size < rest.length) return null;
  return { method, result: value.text.toLowerCase(), properties };
}

interface Pair {
  name: string;
  value: Token;
}

/** `name = value` one after the other, and nothing else. */
function pairsOf(tokens: Token[]): Pair[] | null {
  if (tokens.length % 3 !== 0) return null;
  const pairs: Pair[] = [];
  for (let at = 0; at < tokens.length; at += 3) {
    const [name, sign, value] = tokens.slice(at, at + 3) as [Token, Token, Token];
    if (name.quoted || !isSign(sign, '=') || isSign(name, '=') || isSign(value, '=')) return null;
    pairs.push({ name: name.text.toLowerCase(), value });
  }
  return pairs;
}

const isSign = ({ text, quoted }: Token, sign: string): boolean => !quoted && text === sign;

/** The tokens between semicolons; null where a comment or a quoted string does not end. */
function groupsOf(value: string): Token[][] | null {
  const groups: Token[][] = [[]];
  let at = 0;
  while (at < value.length) {
    const sign = value[at]!;
    if (sign === '(') {
      const end = endOfComment(value, at);
      if (end < 0) return null;
      at = end;
    } else if (sign === '"') {
      const quoted = quotedAt(value, at);
      if (!quoted) return null;
      groups.at(-1)!.push({ text: quoted.text, quoted: true });
      at = quoted.end;
    } else if (sign === ';') {
      groups.push([]);
      at += 1;
    } else if (/\s/.test(sign)) at += 1;
    else {
      const before = groups.at(-1)!.at(-1);
      const pattern = before && isSign(before, '=') ? VALUE : WORD;
      pattern.lastIndex = at;
      const [text] = pattern.exec(value)!;
      groups.at(-1)!.push({ text, quoted: false });
      at += text.length;
    }
  }
  return groups;
}

const WORD = /[^\s;="()]+|[=)]/y;
/** Values may hold the sign: smtp.mailfrom=prvs=1234=a@example.com */
const VALUE = /[^\s;"()]+|\)/y;

/** Comments stand in one another, and a backslash takes the next sign's meaning. */
function endOfComment(value: string, from: number): number {
  let depth = 0;
  for (let at = from; at < value.length; at++) {
    if (value[at] === '\\') at += 1;
    else if (value[at] === '(') depth += 1;
    else if (value[at] === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return -1;
}

function quotedAt(value: string, from: number): { text: string; end: number } | null {
  let text = '';
  for (let at = from + 1; at < value.length; at++) {
    if (value[at] === '"') return { text, end: at + 1 };
    if (value[at] === '\\') at += 1;
    text += value[at] ?? '';
  }
  return null;
}
