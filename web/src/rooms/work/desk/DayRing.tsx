/** Decorative; the number is shown next to it. */
export function DayRing({ done, of }: { done: number; of: number }) {
  const around = 2 * Math.PI * 8;
  const share = of > 0 ? Math.min(1, done / of) : 0;
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden>
      <circle cx="11" cy="11" r="8" fill="none" stroke="var(--mantine-color-default-border)" strokeWidth="4" />
      <circle
        cx="11"
        cy="11"
        r="8"
        fill="none"
        stroke="var(--mantine-primary-color-filled)"
        strokeWidth="4"
        strokeDasharray={`${around * share} ${around}`}
        transform="rotate(-90 11 11)"
      />
    </svg>
  );
}
