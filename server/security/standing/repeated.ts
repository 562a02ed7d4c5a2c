/** Changes that take no key and leave something more each time they come, with the reason why that does no harm. */
export const HARMLESS_TWICE: Readonly<Record<string, string>> = {
  'POST /drafts/:id/materials': 'the file is kept once; the list shows the photo twice and one can be taken away', 'POST /citizen/cases/:number/materials': 'as in a draft', 'POST /desk/cases/:id/materials': 'as in a draft',
  'POST /desk/library/import': 'the same texts change nothing; the run is noted', 'POST /consultation': 'a conversation nobody goes on with is deleted by itself', 'POST /consultation/:id/messages': 'asked twice is answered twice',
  'POST /consultation/flags': 'a remark for somebody to read; limited by address', 'POST /citizen/questions/:id/rating': 'the latest counts',
  'POST /desk/team/:id/message': 'two words left are two; the person reads both',
  'PUT /desk/consultation/pledges': 'the history notes every saving', 'PUT /desk/consultation/duty': 'the history notes every saving',
}

/** Lists without pages, with what bounds them. */
export const WITHOUT_PAGES: Readonly<Record<string, string>> = {
  'GET /citizen/notices': 'the latest ones of one person', 'GET /citizen/cases': 'cases of one person', 'GET /citizen/consultations': 'the latest ones of one person',
  'GET /citizen/questions': 'questions of one person', 'GET /citizen/appointments': 'appointments of one person', 'GET /service-points': 'places of one district',
  'GET /service-points/near': 'the nearest ones', 'GET /desk/sessions': 'devices of one member of staff', 'GET /desk/cases/:id/candidates': 'lawyers of one district',
  'GET /desk/admin/dead-letters': 'the latest ones', 'GET /desk/admin/parameters': 'figures of the law', 'GET /figures': 'three figures of the law', 'GET /desk/admin/places': 'places of one district',
  'GET /desk/simulated-sms': 'the latest ones', 'GET /desk/admin/templates': 'kinds of papers', 'GET /desk/guides': 'guides, a few hundred', 'GET /guides': 'guides, a few hundred',
  'GET /desk/typical-cases': 'typical cases, a few hundred', 'GET /typical-cases': 'typical cases, a few hundred', 'GET /articles': 'articles that fit a citation',
  'GET /search': 'the best hits', 'GET /consultation/suggestions': 'six lines', 'GET /desk/questions/articles': 'the best hits', 'GET /desk/consultation/flags': 'the latest ones',
  'GET /desk/appointments': 'some days of a place', 'GET /desk/team': 'people of one district', 'GET /desk/network/activity': 'places of one district',
  'GET /desk/handovers': 'open matters of some places', 'GET /desk/assignments/advice': 'the latest ones', 'GET /desk/cases/:id/advice': 'lists shown for one case', 'GET /desk/assignments/handings/people': 'lawyers of one district',
  'GET /desk/service-log': 'a month of one district', 'GET /citizen/callbacks': 'the latest ones of one person', 'GET /desk/callbacks': 'open wishes of some places',
}
