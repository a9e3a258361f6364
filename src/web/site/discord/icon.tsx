/** A line drawing in the colour of the text around it, for eyes alone. @param path in a box of 24 by `tall` */
export function Icon({
  path,
  size,
  tall = 24,
}: {
  readonly path: string;
  readonly size: number;
  readonly tall?: number;
}) {
  return (
    <svg
      viewBox={`0 0 24 ${tall}`}
      width={size}
      height={(size * tall) / 24}
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}
