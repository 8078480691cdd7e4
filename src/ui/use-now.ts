import { useEffect, useState } from 'preact/hooks';

/** The present, in ms since 1970, renewed every `every` ms for as long as the component is shown. */
export function useNow(every: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
