import { lazy, Suspense } from 'react'
import { Link, Route, Switch } from 'wouter'
import { BoardPage } from './board/board-page.tsx'
import { CasePage } from './case/case-page.tsx'
import { MePage } from './me/me-page.tsx'
import { NotificationPage } from './notification/notification-page.tsx'
import { QueuePage } from './queue/queue-page.tsx'
import { SearchPage } from './queue/search-page.tsx'
import { SessionGate } from './session/session-gate.tsx'
import { Shell } from './shell/shell.tsx'
import { Loading, Nothing } from './shell/states.tsx'
import { SmsPage } from './sms/sms-page.tsx'
import { words } from './words/words.ts'

const AdminPage = lazy(() => import('./admin/admin-page.tsx'))
const NoticesPage = lazy(() => import('./notices/notices-page.tsx'))
const QuestionsPage = lazy(() => import('./questions/questions-page.tsx'))
const QuestionPage = lazy(() => import('./questions/question-page.tsx'))
const QualityPage = lazy(() => import('./quality/quality-page.tsx'))
const AssignmentsPage = lazy(() => import('./assignments/assignments-page.tsx'))
const NetworkPage = lazy(() => import('./network/network-page.tsx'))
const GuidesPage = lazy(() => import('./guides/guides-page.tsx'))
const GuidePage = lazy(() => import('./guides/guide-page.tsx'))
const GuideEditPage = lazy(() => import('./guides/guide-edit-page.tsx'))
const TeamPage = lazy(() => import('./team/team-page.tsx'))
const LibraryPage = lazy(() => import('./library/library-page.tsx'))
const w = words.shell

/** Every page of the desk and its address under /desk. */
export function App() {
  return (
    <SessionGate>
      <Shell>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/" component={QueuePage} />
            <Route path="/queue/:name" component={QueuePage} />
            <Route path="/cases/:id" component={CasePage} />
            <Route path="/search" component={SearchPage} />
            <Route path="/board" component={BoardPage} />
            <Route path="/notifications/new" component={NotificationPage} />
            <Route path="/notices" component={NoticesPage} />
            <Route path="/sms" component={SmsPage} />
            <Route path="/questions" component={QuestionsPage} />
            <Route path="/questions/:id" component={QuestionPage} />
            <Route path="/quality/:section?" component={QualityPage} />
            <Route path="/guides" component={GuidesPage} />
            <Route path="/guides/new" component={GuideEditPage} />
            <Route path="/guides/:topic/:name" component={GuidePage} />
            <Route path="/guides/:topic/:name/edit" component={GuideEditPage} />
            <Route path="/assignments/:section?" component={AssignmentsPage} />
            <Route path="/network/:section?" component={NetworkPage} />
            <Route path="/team/:section?" component={TeamPage} />
            <Route path="/library/:section?" component={LibraryPage} />
            <Route path="/admin/:section?" component={AdminPage} />
            <Route path="/me" component={MePage} />
            <Route>
              <h1 className="sr-only">{w.notFound}</h1>
              <Nothing title={w.notFound} help={w.notFoundHelp} />
              <p className="centred">
                <Link href="/">{w.backToQueue}</Link>
              </p>
            </Route>
          </Switch>
        </Suspense>
      </Shell>
    </SessionGate>
  )
}
