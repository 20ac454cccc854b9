import { encode } from 'uqr';

const BORDER = 2;
/** In CSS pixels: a certificate’s address is short, the code of a print is long. */
const USUAL = 132;

type Props = { readonly text: string; readonly label: string; readonly width?: number };

/** An address as a QR code: dark on white in every scheme, or no camera reads it. */
export function Qr({ text, label, width = USUAL }: Props) {
  const { data, size } = encode(text, { border: BORDER });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      className="qr"
      width={width}
      height={width}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path className="qr-paper" d={`M0 0h${size}v${size}H0z`} />
      <path className="qr-ink" d={dark.join('')} />
    </svg>
  );
}
