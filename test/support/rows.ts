import type { Json } from './http.js';

/** Whatever lets a test write and read rows. */
export interface Rows {
  sql<T = Json>(text: string, parameters?: unknown[]): Promise<T[]>;
}

/** The same, and as the owner of the tables where the application's role is not enough. */
export interface OwnedRows extends Rows {
  asOwner<T = Json>(text: string, parameters?: unknown[]): Promise<T[]>;
}

/** Lets the application's clock stand further on (or back) from now. */
export async function travel(on: Rows, hours: number): Promise<void> {
  await on.sql(
    `INSERT INTO clock (anchor_wall, anchor_app, rate, catches_up) VALUES (clock_timestamp(), app_now() + make_interval(secs => $1), 1, false)
     ON CONFLICT (one) DO UPDATE SET anchor_app = app_now() + make_interval(secs => $1), anchor_wall = clock_timestamp()`,
    [hours * 3600],
  );
}
