const TAG = /^<?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:\.[0-9a-f]{12})?)(?:@[^\s<>]{1,255})?>?$/i;

/**
 * The part of a Message-ID of ours that is ours alone: the message's id and random bits. It is in a header of each mail,
 * because some providers write a Message-ID of their own. Null for what cannot be one.
 */
export const tagOf = (messageId: string): string | null => TAG.exec(messageId.trim())?.[1]?.toLowerCase() ?? null;

export const TAG_HEADER = 'X-Overture-Message';
/** Postmark reports what is in headers of this form only, and takes them out of the mail. */
export const POSTMARK_TAG = 'overture-message';

/** By which a provider's event names this message. */
export function tagHeaders(messageId: string): Record<string, string> {
  const tag = tagOf(messageId);
  return tag ? { [TAG_HEADER]: tag, [`X-PM-Metadata-${POSTMARK_TAG}`]: tag } : {};
}
