import { clamd } from './clamd.ts'
import { scanCommand } from './command.ts'
import { noScan, type VirusScan } from './scan.ts'

/** The scanner of the setting VIRUS_SCAN_COMMAND: `clamd://host:port` talks to a daemon, anything else is a program. */
export function chosenScan(setting: string | undefined, folder: string): VirusScan {
  if (!setting) return noScan
  const daemon = /^clamd:\/\/([^:/]+|\[[^\]]+\])(?::(\d+))?\/?$/.exec(setting)
  return daemon?.[1] ? clamd(daemon[1].replace(/[[\]]/g, ''), Number(daemon[2] ?? 3310)) : scanCommand(setting, folder)
}
