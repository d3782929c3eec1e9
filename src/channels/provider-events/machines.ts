import { isbot } from 'isbot';

/** Nobody reads a mail, or follows a link in it, this soon. */
const SECONDS = 2;

/** Mail systems that open for their users, and filters that follow links: Apple's proxy calls itself exactly Mozilla/5.0. */
const PROXIES =
  /^mozilla\/5\.0$|googleimageproxy|yahoomailproxy|ggpht|barracuda|proofpoint|mimecast|safelinks|trendmicro|symantec|headless/i;

/**
 * Whether no person did it: the provider says so, its user agent is of a program, or it came within two seconds of the
 * delivery.
 */
export function isMachine({
  machine,
  userAgent,
  occurredAt,
  deliveredAt,
}: {
  machine: boolean;
  userAgent: string | null;
  occurredAt: Date;
  deliveredAt: Date | null;
}): boolean {
  const agent = userAgent?.trim() ?? '';
  const soon = deliveredAt !== null && occurredAt.getTime() - deliveredAt.getTime() < SECONDS * 1000;
  return machine || soon || PROXIES.test(agent) || (agent !== '' && isbot(agent));
}
