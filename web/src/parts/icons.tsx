// The few signs of the frame. Decoration: each stands beside a word or in a button that has a label.
const paths = {
  search: 'M7 12.5a5.5 5.5 0 1 1 0-11 5.5 5.5 0 0 1 0 11zM11 11l3.5 3.5',
  close: 'M4 4l8 8M12 4l-8 8',
  sun: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  moon: 'M13.5 9.8A6 6 0 0 1 6.2 2.5 6 6 0 1 0 13.5 9.8z',
  conflict: 'M8 1.8 15 14H1zM8 6.2v3.6M8 11.6v.6',
  download: 'M8 2v8M4.8 7 8 10.2 11.2 7M2.5 13.5h11',
  print: 'M4 6V2h8v4M4 12H2.5V6h11v6H12M4 9.5h8V14H4z',
  play: 'M4.5 2.5v11l9-5.5z',
  pause: 'M5 3v10M11 3v10',
  link: 'M6.5 9.5l3-3M7 4.5 9 2.5a3.2 3.2 0 0 1 4.5 4.5l-2 2M9 11.5l-2 2A3.2 3.2 0 0 1 2.5 9l2-2',
  feed: 'M3 12.5h.6M3 8a5 5 0 0 1 5 5M3 3.5a9.5 9.5 0 0 1 9.5 9.5',
  copies: 'M5.5 5.5h8v8h-8zM2.5 10.5v-8h8',
  table: 'M2 3h12v10H2zM2 6.5h12M2 9.8h12M6.5 3v10',
} as const;

export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
