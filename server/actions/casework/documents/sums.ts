/** A sum of yuan as papers write it: 2,400 元. */
export const yuan = (sum: number): string => `${sum.toLocaleString('zh-CN', { maximumFractionDigits: 2 })} 元`
