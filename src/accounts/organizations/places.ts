import type { FieldProblem } from '../../platform/index.js';
import { toCountry } from '../normalize/countries.js';
import { toPhone } from '../normalize/phones.js';
import { toZone, zoneOf, type ZonePlace } from '../normalize/zones.js';

/** What a person typed and what is kept of it; `problems` collects what cannot be read. */
export class FieldInput {
  readonly problems: FieldProblem[] = [];

  country(text: string | null | undefined): string | null | undefined {
    return this.read('country', text, toCountry, 'is no country that we know; give a name or a code such as DE');
  }

  phone(text: string | null | undefined, country: string | null): string | null | undefined {
    return this.read(
      'phone',
      text,
      (phone) => toPhone(phone, country),
      'is no phone number; give it with its country code, such as +49 30 0074321',
    );
  }

  zone(text: string | null | undefined): string | null | undefined {
    return this.read('timeZone', text, toZone, 'is no time zone; give an IANA name such as Europe/Berlin');
  }

  read(
    field: string,
    text: string | null | undefined,
    parse: (text: string) => string | null,
    why: string,
  ): string | null | undefined {
    if (text === undefined) return undefined;
    if (text === null || text === '') return null;
    const value = parse(text);
    if (value === null) this.problems.push({ field, code: 'invalid', message: `"${text.slice(0, 60)}" ${why}` });
    return value;
  }
}

/** The zone derived from the place; kept unless the user gave another. */
export function zoneAfter(before: ZonePlace & { timeZone: string | null }, after: ZonePlace): string | null {
  return before.timeZone === zoneOf(before) || before.timeZone === null ? zoneOf(after) : before.timeZone;
}
