import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from '../../../components/status/useNotify';

/** Runs an action, reports the result and reloads everything shown. */
export function useAction() {
  const queries = useQueryClient();
  const notify = useNotify();
  return async (run: () => Promise<unknown>, message: string): Promise<boolean> => {
    try {
      await run();
      notify.success(message);
      return true;
    } catch (error) {
      notify.error(error);
      return false;
    } finally {
      await queries.invalidateQueries();
    }
  };
}
