/** Does `work` for each item, at most `lanes` at once, begun in order. Answers the results in the order of the items. */
export async function inLanes(items, lanes, work) {
  const results = []
  let next = 0
  const lane = async () => {
    while (next < items.length) {
      const i = next++
      results[i] = await work(items[i])
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return results
}
