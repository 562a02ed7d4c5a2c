/** Line icons, 24 units, drawn in the colour of the text beside them. Decorative: the words say it too. */
const paths = {
  wages: 'M4 7h16v11H4zM4 11h16M8 15h3M12 4v3M9 4h6',
  injury: 'M12 3v4M9 5h6M6 10h12v10H6zM12 12.5v5M9.5 15h5',
  family:
    'M3 12l9-8 9 8M6 10v10h12V10M12 14.2c-1.3-1.8-3.6-.4-2.6 1.3.5.9 1.6 1.7 2.6 2.5 1-.8 2.1-1.6 2.6-2.5 1-1.7-1.3-3.1-2.6-1.3z',
  other: 'M4 5h16v11h-9l-4.500 4v-4H4zM8.500 10.500h.01M12 10.500h.01M15.500 10.500h.01',
  cases: 'M7 4h10v17H7zM10 8h4M10 12h4M10 16h2',
  place:
    'M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.500C5 14.800 12 21 12 21zM12 12a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  phone:
    'M6 3h4l1.500 5-2.500 1.500a12 12 0 0 0 5.500 5.500L16 12.500l5 1.500v4a2 2 0 0 1-2 2C11 20 4 13 4 5a2 2 0 0 1 2-2z',
  done: 'M5 12.500l4.500 4.500L19 7.500',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.500 2',
  pause: 'M9 6v12M15 6v12',
  warn: 'M12 4l9 16H3zM12 10v4M12 17h.01',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 8h.01',
  cross: 'M6 6l12 12M18 6L6 18',
  next: 'M9 5l7 7-7 7',
  back: 'M15 5l-7 7 7 7',
  sound: 'M4 10v4h3l5 4V6L7 10zM15.500 9a4 4 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11',
  camera: 'M4 8h3l2-3h6l2 3h3v11H4zM12 16.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7z',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  edit: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21a8 8 0 0 1 16 0',
} as const
export type IconName = keyof typeof paths

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
