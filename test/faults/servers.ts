/** What the runner has started, and may hurt. */
export interface Servers {
  /** stops it as a lost machine would (`immediate`), and starts it again */
  postgres: { restart(): Promise<void>; down(): Promise<void>; up(): Promise<void> };
  redis: {
    signal(signal: NodeJS.Signals): void;
    restart(): Promise<void>;
    command(...words: string[]): Promise<unknown>;
  } | null;
  /** null: nothing can be mounted here */
  smallDisk(): Promise<SmallDisk | null>;
  disk?: SmallDisk['disk'];
}

/** A PostgreSQL on a disk of its own. */
export interface SmallDisk extends Pick<Servers, 'postgres'> {
  disk: { fill(): Promise<void>; free(): Promise<void> };
  close(): Promise<void>;
}
