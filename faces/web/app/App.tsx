import { lazy, Suspense } from 'react'
import { Route, Router, Switch } from 'wouter'
import { Wait } from '../controls/Wait.tsx'
import { HomePage } from '../home/HomePage.tsx'
import { Frame } from './Frame.tsx'
import { MissingPage } from './MissingPage.tsx'
import { PageGuard } from './PageGuard.tsx'

const Entitled = lazy(() => import('../entitled/EntitledPage.tsx'))
const Apply = lazy(() => import('../apply/ApplyPage.tsx'))
const Assist = lazy(() => import('../assist/AssistPage.tsx'))
const Receipt = lazy(() => import('../receipt/ReceiptPage.tsx'))
const Track = lazy(() => import('../track/TrackPage.tsx'))
const Case = lazy(() => import('../case/CasePage.tsx'))
const Me = lazy(() => import('../me/MePage.tsx'))
const MyQuestions = lazy(() => import('../questions/MyQuestionsPage.tsx'))
const MyQuestion = lazy(() => import('../questions/MyQuestionPage.tsx'))
const Points = lazy(() => import('../points/PointsPage.tsx'))
const Book = lazy(() => import('../book/BookPage.tsx'))
const MyAppointments = lazy(() => import('../book/MyAppointmentsPage.tsx'))
const Guides = lazy(() => import('../guides/GuidesPage.tsx'))
const Guide = lazy(() => import('../guides/GuidePage.tsx'))
const Laws = lazy(() => import('../law/LawsPage.tsx'))
const LawText = lazy(() => import('../law/LawPage.tsx'))
const LawArticle = lazy(() => import('../law/ArticlePage.tsx'))
const Ask = lazy(() => import('../ask/AskPage.tsx'))
const AskPerson = lazy(() => import('../ask/PersonPage.tsx'))
const AskContinue = lazy(() => import('../ask/ContinuePage.tsx'))
const CasesTold = lazy(() => import('../cases-told/CasesPage.tsx'))
const CaseTold = lazy(() => import('../cases-told/CaseToldPage.tsx'))
const Find = lazy(() => import('../find/FindPage.tsx'))
const Calculators = lazy(() => import('../calculate/CalculatorsPage.tsx'))
const Calculate = lazy(() => import('../calculate/CalculatePage.tsx'))
const Verify = lazy(() => import('../verify/VerifyPage.tsx'))
const Privacy = lazy(() => import('../privacy/PrivacyPage.tsx'))

/** All pages of the citizen's face. `at` is the path when drawing without a browser. */
export function App({ at }: { at?: string }) {
  return (
    <Router {...(at === undefined ? {} : { ssrPath: at })}>
      <Frame>
        <PageGuard>
          <Suspense
            fallback={
              <div className="page">
                <Wait />
              </div>
            }
          >
            <Switch>
              <Route path="/" component={HomePage} />
              <Route path="/entitled" component={Entitled} />
              <Route path="/apply" component={Apply} />
              <Route path="/apply/done" component={Receipt} />
              <Route path="/assist" component={Assist} />
              <Route path="/track" component={Track} />
              <Route path="/case/:number">
                {({ number }) => <Case key={number} number={decodeURIComponent(number)} />}
              </Route>
              <Route path="/me" component={Me} />
              <Route path="/me/questions" component={MyQuestions} />
              <Route path="/me/questions/:id">{({ id }) => <MyQuestion key={id} id={id} />}</Route>
              <Route path="/points" component={Points} />
              <Route path="/points/:id/book">{({ id }) => <Book key={id} id={id} />}</Route>
              <Route path="/me/appointments" component={MyAppointments} />
              <Route path="/guides" component={Guides} />
              <Route path="/guides/:topic/:name">
                {({ topic, name }) => <Guide key={`${topic}/${name}`} topic={topic} name={name} />}
              </Route>
              <Route path="/ask" component={Ask} />
              <Route path="/ask/person" component={AskPerson} />
              <Route path="/ask/continue" component={AskContinue} />
              <Route path="/cases" component={CasesTold} />
              <Route path="/cases/:id">{({ id }) => <CaseTold key={id} id={id} />}</Route>
              <Route path="/find" component={Find} />
              <Route path="/calculate" component={Calculators} />
              <Route path="/calculate/:which">{({ which }) => <Calculate key={which} which={which} />}</Route>
              <Route path="/law" component={Laws} />
              <Route path="/law/articles/:id">{({ id }) => <LawArticle key={id} id={decodeURIComponent(id)} />}</Route>
              <Route path="/law/:id">{({ id }) => <LawText key={id} id={id} />}</Route>
              <Route path="/verify">
                <Verify />
              </Route>
              <Route path="/verify/:code">{({ code }) => <Verify key={code} code={decodeURIComponent(code)} />}</Route>
              <Route path="/privacy" component={Privacy} />
              <Route component={MissingPage} />
            </Switch>
          </Suspense>
        </PageGuard>
      </Frame>
    </Router>
  )
}
