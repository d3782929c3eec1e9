/** What a mail may name; nothing else. Texts, so that a template can never reach an object of ours. */
export interface MergeFields {
  /** names are empty where none is known: an e-mail address is not one */
  contact: { name: string; givenName: string; familyName: string; title: string };
  organization: { name: string; industry: string; city: string; country: string };
  proposition: { title: string; narrative: string; promise: string };
  /** what this role in particular needs to hear; empty where the play and the version have none for it */
  lens: string;
  sender: { name: string };
  links: { respond: string; stop: string };
}
