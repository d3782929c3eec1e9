import { Injectable } from '@nestjs/common';
import { concatMap, distinctUntilChanged, from, map, takeWhile, timer, type Observable } from 'rxjs';
import { Campaigns } from '../lifecycle/campaigns.js';
import { Tallies } from './tallies.js';

const EVERY_MS = 1_000;

/** A campaign's progress as it changes. Asks the rows once a second a listener: nothing to miss after a reconnect. */
@Injectable()
export class ProgressStream {
  constructor(
    private readonly campaigns: Campaigns,
    private readonly tallies: Tallies,
  ) {}

  of(campaignId: string): Observable<{ data: object }> {
    return timer(0, EVERY_MS).pipe(
      concatMap(() => from(this.now(campaignId))),
      map((progress) => ({ progress, text: JSON.stringify(progress) })),
      distinctUntilChanged((before, after) => before.text === after.text),
      map(({ progress }) => ({ data: progress })),
      takeWhile(({ data }) => data.state !== 'completed' && data.state !== 'aborted', true),
    );
  }

  private async now(campaignId: string) {
    const { state } = await this.campaigns.get(campaignId);
    return { state, ...(await this.tallies.of(campaignId)) };
  }
}
