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
 * Why a mail waits. not_handed_over: our server could not be used; refused: a server refuses us, or what we say, and not
 * the recipient; returned: it refuses this recipient, and not for good; deferred: it asks for patience.
 */
export type Delay = 'deferred' | 'not_handed_over' | 'refused' | 'returned';

/**
 * What came of a handover. `unknown`: it may have left or not, and is never sent again blindly; `later`: it surely did
 * not leave.
 */
export type Handover =
  | { result: 'sent'; response: string }
  | { result: 'bounced'; response: string }
  | { result: 'later'; response: string; errorClass: Delay }
  | { result: 'unknown'; response: string };

/** The server answered, and does not want this mail as it is. */
export const isRefusal = ({ errorClass }: { errorClass: Delay }): boolean =>
  errorClass === 'refused' || errorClass === 'returned';

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
