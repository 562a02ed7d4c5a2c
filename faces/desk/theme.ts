import type { ThemeConfig } from 'antd'

/** Calm deep blue for actions; green done, amber due today, red past a legal limit. Contrast on white is at least 4.5:1. */
export const COLOURS = {
  action: '#12427f',
  done: '#14653b',
  due: '#835000',
  late: '#a31d17',
  ink: '#1c2430',
  soft: '#586274',
  line: '#e3e7ee',
  ground: '#f5f7fa',
} as const

/** Who asked the system for less motion gets none: a panel must not wait for the end of a movement that never begins. */
const still = typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches

export const theme: ThemeConfig = {
  cssVar: { key: 'desk' },
  hashed: false,
  token: {
    colorPrimary: COLOURS.action,
    colorLink: COLOURS.action,
    colorInfo: COLOURS.action,
    colorSuccess: COLOURS.done,
    colorWarning: COLOURS.due,
    colorError: COLOURS.late,
    colorPrimaryBg: '#eaf1fb',
    colorPrimaryBgHover: '#dce8f8',
    colorInfoBg: '#eaf1fb',
    colorInfoBorder: '#c3d6f0',
    colorSuccessBg: '#e8f5ee',
    colorSuccessBorder: '#b5dcc6',
    colorWarningBg: '#fdf1df',
    colorWarningBorder: '#ecd2a6',
    colorErrorBg: '#fdecea',
    colorErrorBorder: '#f1c1bd',
    colorText: COLOURS.ink,
    colorTextSecondary: COLOURS.soft,
    colorTextTertiary: COLOURS.soft,
    colorTextDescription: COLOURS.soft,
    colorTextPlaceholder: '#66707f',
    colorBorder: '#c6cdd8',
    colorBorderSecondary: COLOURS.line,
    colorBgLayout: COLOURS.ground,
    colorTextDisabled: '#66707f',
    borderRadius: 8,
    fontSize: 14,
    controlHeight: 36,
    wireframe: false,
    motion: !still,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.18s',
    fontFamily:
      '-apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", "HarmonyOS Sans SC", "Fatong Rare Han", sans-serif',
  },
  components: {
    Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none' },
    Tabs: { horizontalMargin: '0', horizontalItemPadding: '10px 0' },
    Table: { headerBg: '#f7f9fb', cellPaddingBlock: 10 },
    Drawer: { paddingLG: 20 },
  },
}
