import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { http } from '../../../api/client';
import { useWords } from '../../../i18n';

const EVERY_MS = 15_000;

/** Announces this author and shows who else is editing, because their text may change at any time. */
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
