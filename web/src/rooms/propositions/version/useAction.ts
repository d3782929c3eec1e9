import { useQueryClient } from '@tanstack/react-query';
import { useSaying } from '../../../components/acting';

/** Does something at the API, says so or says why not, and looks again at everything that is shown. */
export function useDoing() {
  const queries = useQueryClient();
  const saying = useSaying();
  return async (act: () => Promise<unknown>, says: string): Promise<boolean> => {
    try {
      await act();
      saying.done(says);
      return true;
    } catch (error) {
      saying.refused(error);
      return false;
    } finally {
      await queries.invalidateQueries();
    }
  };
}
