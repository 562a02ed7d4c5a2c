export function missingPackages(folder?: string): string[]
export function isInstalled(folder?: string): boolean
export function refuseLinkedFolder(folder?: string): void
export function installDependencies(): void
