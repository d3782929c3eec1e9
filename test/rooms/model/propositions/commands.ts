import { Walk } from '../walk.js';
import { authors } from './authors.js';
import { compare } from './compare.js';
import { deciders } from './deciders.js';
import { FOUNDER, dice, type Model } from './model.js';
import { toldBlockers, wish, type Stage } from './stage.js';

const MOST = 60;
const CAMPAIGNS_EACH = 2;

/** What sales ops do with it. */
const salesOps = {
  ...wish('drawUp', {
    weight: 2,
    among: (model) => model.versions,
    ripe: (one, model) => model.campaigns.filter(({ version }) => version === one).length < CAMPAIGNS_EACH,
    run: async (model, stage, version) => {
      model.campaigns.push({ id: await stage.drawUp(version), version, state: 'draft' });
    },
  }),
  ...wish('launch', {
    weight: 14,
    among: (model) => model.campaigns.filter(({ state }) => state === 'draft'),
    ripe: (campaign, model) => model.blockers(campaign).length === 0,
    run: async (model, stage, campaign, n) => {
      const other = dice(n)(6) === 0;
      const blockers = model.blockers(campaign);
      const refused = other ? 'role_not_allowed' : blockers.length > 0 ? 'launch_blocked' : null;
      const path = `/campaigns/${campaign.id}/launch`;
      const { body } = await stage.ask(other ? FOUNDER : stage.ops, ['POST', path], { body: {}, refused });
      if (refused === 'launch_blocked') expect(toldBlockers(body.blockers)).toEqual(blockers.toSorted());
      if (!refused) campaign.state = 'running';
    },
  }),
};

export const propositions = new Walk<Model, Stage>({ ...authors, ...deciders, ...salesOps }, MOST, compare);
