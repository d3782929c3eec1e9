import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { http } from '../../../api/client';
import { useWords } from '../../../i18n';

const EVERY_MS = 15_000;

/** Says that this author writes here, and shows who else does: whose words may change under one's eyes. */
export function CoEditors({ versionId }: { versionId: string }) {
  const words = useWords().propositions;
  const { data } = useQuery({
    queryKey: ['presence', versionId],
    refetchInterval: EVERY_MS,
    queryFn: async () =>
      (await http.PUT('/api/v1/versions/{id}/presence', { params: { path: { id: versionId } } })).data!.others,
  });
  return data?.map(({ userId, name }) => (
    <Badge key={userId} color="blue" tt="none">
      {words.coEditing(name)}
    </Badge>
  ));
}
