import { ROLES } from '../../../libs/plays/index.js';
import type { Listing } from '../../platform/index.js';
import {
  EXCLUSION_REASONS,
  PERSON_REASONS,
  type Snapshot,
  type SnapshotOrganization,
  type SnapshotContact,
} from './snapshot.entity.js';

export const SNAPSHOTS: Listing = {
  id: 's.id',
  defaultSort: '-frozenAt',
  sorts: { frozenAt: { column: 's.frozenAt', kind: 'instant', of: ({ frozenAt }: Snapshot) => frozenAt } },
  filters: {
    cohortId: { column: 's.cohortId', kind: 'id' },
    versionId: { column: 's.versionId', kind: 'id' },
  },
};

export const SNAPSHOT_ORGANIZATIONS: Listing = {
  id: 's.organizationId',
  defaultSort: 'stratum',
  sorts: { stratum: { column: 's.stratum', kind: 'text', of: ({ stratum }: SnapshotOrganization) => stratum } },
  filters: {
    excluded: { column: 's.excluded', kind: 'text', values: EXCLUSION_REASONS },
    holdOut: { column: 's.holdOut', kind: 'flag' },
    stratum: { column: 's.stratum', kind: 'text' },
    organizationId: { column: 's.organizationId', kind: 'id' },
  },
};

export const SNAPSHOT_CONTACTS: Listing = {
  id: 's.contactId',
  defaultSort: 'ordinal',
  sorts: { ordinal: { column: 's.ordinal', kind: 'number', of: ({ ordinal }: SnapshotContact) => ordinal } },
  filters: {
    excluded: { column: 's.excluded', kind: 'text', values: PERSON_REASONS },
    holdOut: { column: 's.holdOut', kind: 'flag' },
    role: { column: 's.role', kind: 'text', values: ROLES },
    organizationId: { column: 's.organizationId', kind: 'id' },
    contactId: { column: 's.contactId', kind: 'id' },
  },
};
