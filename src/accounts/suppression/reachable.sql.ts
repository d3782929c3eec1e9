/**
 * Is there a number, not known to be wrong, that the person does not mind being called at? Stands inside other rooms'
 * statements, with `c` as the contact.
 */
export const MAY_CALL_SQL = `(c.phone IS NOT NULL AND c.phone_state <> 'invalid' AND c.preference <> 'no_calls')`;

/** The same of an address. */
export const MAY_MAIL_SQL = `(c.email IS NOT NULL AND c.email_state NOT IN ('invalid', 'bounced') AND c.preference <> 'no_email')`;
