/** One message, ready to go. */
export interface Message {
  messageId: string;
  from: { name: string; address: string };
  to: { name: string; address: string };
  replyTo: string | null;
  /** the return path; null: the sender */
  returnPath: string | null;
  subject: string;
  text: string;
  /** null: plain text only */
  html: string | null;
  /** Message-IDs of the thread that it continues, oldest first */
  references: string[];
  headers: Record<string, string>;
}

/**
 * What came of a handover. `unknown`: it may have left or not, and is never sent again blindly; `later`: it surely did
 * not leave.
 */
export type Handover =
  | { result: 'sent'; response: string }
  | { result: 'bounced'; response: string }
  | { result: 'later'; response: string; errorClass: 'deferred' | 'not_handed_over' }
  | { result: 'unknown'; response: string };

/** Sends messages. It never throws: a failure is an answer. */
export abstract class Transport {
  abstract send(message: Message): Promise<Handover>;

  /**
   * Where handovers have to wait for each other: `work` begins when its turn has come, and what it asks first is still
   * true then.
   */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    return work();
  }

  abstract close(): Promise<void>;
}
