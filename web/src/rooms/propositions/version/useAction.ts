import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from '../../../components/status/useNotify';

/** Does something at the API, says so or says why not, and looks again at everything that is shown. */
export function useAction() {
  const queries = useQueryClient();
  const saying = useNotify();
  return async (act: () => Promise<unknown>, says: string): Promise<boolean> => {
    try {
      await act();
      saying.done(says);
      return true;
    } catch (error) {
      saying.error(error);
      return false;
    } finally {
      await queries.invalidateQueries();
    }
  };
}
