import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Catalogue, Field } from '../../../libs/rules/index.js';
import { AttributeFields, type AttributeField } from '../../accounts/index.js';
import { CONTACT_FIELDS, CONTACTS_FROM } from './contact-fields.js';
import { ORGANIZATION_FIELDS } from './organization-fields.js';

/** What a rule may ask of organizations and their contacts. */
@Injectable()
export class FieldCatalogue {
  private readonly fields: Record<string, Field> = { ...ORGANIZATION_FIELDS, ...CONTACT_FIELDS };

  constructor(private readonly attributes: AttributeFields) {}

  /**
   * For rooms above, at boot: a field whose SQL uses alias `o`, or `o`, `e` (employment) and `c` where its scope is
   * contact. It is interpolated into statements: a constant, never input.
   */
  register(key: string, field: Field): void {
    if (!/^(contacts\.)?[a-z][A-Za-z]*$/.test(key)) throw new Error(`"${key}" is no name for a cohort field.`);
    if (key.startsWith('contacts.') !== (field.scope === 'contact'))
      throw new Error(`"${key}" does not fit its scope ${field.scope}.`);
    if (Object.hasOwn(this.fields, key)) throw new Error(`The cohort field "${key}" is registered twice.`);
    this.fields[key] = field;
  }

  /** With the custom attributes that there are now. */
  async read(manager?: EntityManager): Promise<Catalogue> {
    const attributes = await this.attributes.list(manager);
    return {
      fields: { ...this.fields, ...Object.fromEntries(attributes.map(attributeField)) },
      contactsFrom: CONTACTS_FROM,
      contactKey: 'c.id',
    };
  }
}

function attributeField({ scope, name, type }: AttributeField): [string, Field] {
  const label = name.replaceAll('_', ' ');
  return scope === 'organization'
    ? [`attributes.${name}`, { label, type, scope, sql: 'o.attributes', attribute: name }]
    : [
        `contacts.attributes.${name}`,
        { label: `Contact: ${label}`, type, scope, sql: 'c.attributes', attribute: name },
      ];
}
