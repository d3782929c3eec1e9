import type { Json } from './api.js';
import { done } from './say.js';
import type { Cast } from './cast.js';
import { ASSETS, MOBILISATION_ITEMS, CONTENT, EXPERT, GERMAN, PROPOSITION, INTERNAL_OBJECTIONS } from './vmi.js';

/** Five departments author, four resist, approve and get ready. Returns the live version. */
export async function authorVmi(cast: Cast): Promise<Json> {
  const author = cast.of('logistics');
  const proposition = await author.post('/propositions', PROPOSITION);
  const versionId: string = proposition.versions[0].id;
  for (const department of ['finance', 'it', 'production', 'sales'])
    await author.put(`/versions/${versionId}/authors/${cast.of(department).id}`, {});
  const draft = await author.get(`/versions/${versionId}`);
  await author.patch(`/versions/${versionId}`, draft.revision, CONTENT);
  for (const { by, resolution, ...objection } of INTERNAL_OBJECTIONS) {
    const raised = await cast.approver(by).post(`/versions/${versionId}/internal-objections`, objection);
    await author.put(`/internal-objections/${raised.id}/resolution`, { resolution });
  }
  const dueOn = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
  const mobilisationItems: Json[] = [];
  for (const { department, text } of MOBILISATION_ITEMS)
    mobilisationItems.push(
      await author.post(`/versions/${versionId}/mobilisation-items`, {
        department,
        text,
        dueOn,
        ownerId: cast.approver(department).id,
      }),
    );
  await author.post(`/versions/${versionId}/submission`);
  done(
    `Vendor Managed Inventory: authored by 5 departments, ${INTERNAL_OBJECTIONS.length} objections inside the company, submitted.`,
  );
  for (const department of CONTENT.requiredDepartments) {
    const approver = cast.approver(department);
    const { items } = await approver.get('/approvals?mine=true');
    const mine = items.find((approval: Json) => approval.versionId === versionId && approval.department === department);
    await approver.put(`/approvals/${mine.id}/decision`, { decision: 'approve', note: 'Our objection is answered.' });
  }
  for (const [i, mobilisationItem] of MOBILISATION_ITEMS.entries()) {
    const owner = cast.approver(mobilisationItem.department);
    if (mobilisationItem.evidence === null)
      await owner.put(`/mobilisation-items/${mobilisationItems[i].id}/waiver`, { reason: mobilisationItem.waive });
    else
      await owner.put(`/mobilisation-items/${mobilisationItems[i].id}/completion`, {
        evidence: mobilisationItem.evidence,
      });
  }
  const live = await author.post(`/versions/${versionId}/going-live`);
  await furnish(cast, proposition.id, versionId);
  done('Approved by finance, IT, logistics and production; mobilised; live.');
  return live;
}

/** What the buyers' page shows beside the narrative: material, somebody to ask, and the text in a second language. */
async function furnish(cast: Cast, propositionId: string, versionId: string): Promise<void> {
  const expert = cast.of('logistics');
  await cast.ops.put(`/propositions/${propositionId}/expert`, { userId: expert.id, ...EXPERT });
  for (const asset of ASSETS) await cast.ops.post(`/propositions/${propositionId}/assets`, asset);
  await cast.ops.put(`/versions/${versionId}/translations/de`, GERMAN);
}
