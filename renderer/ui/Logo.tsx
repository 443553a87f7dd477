/** The logo of Loadline, the load line of a ship: a circle crossed by a line. */
export function Logo({ size = 20 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="5.6" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M1 10h18" stroke="var(--accent)" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
