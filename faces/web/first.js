// Runs before the first drawing, from its own file because nothing may be inlined under the strict CSP.
// The page that arrives is always the home page: anywhere else it is hidden until the right page has loaded.
;(function () {
  var page = document.documentElement
  if (location.pathname !== '/') page.className += ' elsewhere'
  try {
    var reading = JSON.parse(localStorage.getItem('fatong.reading') || '{}')
    if (reading.large === true) page.setAttribute('data-type', 'large')
    if (reading.contrast === true) page.setAttribute('data-contrast', 'more')
  } catch (e) {
    // private browsing: plain reading
  }
})()
