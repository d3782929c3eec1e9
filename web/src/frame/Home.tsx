import { Screen } from '../pieces/Screen';
import { useWords } from '../words';

/** What waits for me. */
export function Home() {
  const { frame } = useWords();
  return <Screen title={frame.places.home}>{null}</Screen>;
}
