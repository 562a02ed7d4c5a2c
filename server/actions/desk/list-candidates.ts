import { type candidates as route } from '@fatong/contract/desk/cases.ts'
import { PROVIDER_KINDS } from '@fatong/law/legal-aid/qualification.ts'
import type { z } from 'zod'
import { keepAdvice } from '../casework/advice.ts'
import { candidatesFor, policyInForce } from '../casework/candidates.ts'
import { loadCase } from '../casework/load-case.ts'
import { accessOf, holdsRole, type Caller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'

/** 可指派的人: shown with reasons; a person decides (个保法 24). */
export async function listCandidates(
  parts: Parts,
  caller: Caller,
  { params }: InputOf<typeof route>,
): Promise<Outcome<z.infer<typeof route.reply>>> {
  if (!holdsRole(caller, 'assigner', 'director', 'approver')) return failed('forbidden')
  const loaded = await loadCase(parts, accessOf(caller), params.id)
  if (!loaded) return failed('notFound')
  const [ranked, policy] = await Promise.all([candidatesFor(parts, caller, loaded.state), policyInForce(parts)])
  const adviceId = await keepAdvice(parts, caller, {
    caseId: params.id,
    agencyId: loaded.state.agencyId,
    policy: policy.code,
    ranked,
  })
  return done({
    adviceId,
    policy: policy.says,
    items: ranked.map(({ provider, banned, score, reasons, findings }) => ({
      staffId: provider.staffId,
      name: provider.name,
      orgName: provider.orgName,
      kindText: provider.kind === 'volunteer' ? '志愿者' : PROVIDER_KINDS[provider.kind],
      openLoad: provider.openLoad,
      capacity: provider.capacity,
      banned: banned ?? [],
      warnings: (provider.expiring ?? []).map((text) => `证书快到期：${text}`),
      score,
      reasons: reasons.map(({ says, weight }) => ({ says, weight })),
      findings: findings.map(({ code, severity, with: who, caseNumber }) => ({
        code,
        severity,
        with: who,
        ...(caseNumber ? { caseNumber } : {}),
      })),
    })),
  })
}
