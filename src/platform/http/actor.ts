/** Who acts. The guard of identity puts it on the request; platform only passes it on. */
export interface Actor {
  /** user id, or a name for what acts without one */
  readonly id: string;
  readonly name: string;
  readonly department: string | null;
  readonly roles: readonly string[];
}

export interface ActorRequest {
  actor?: Actor;
}
