// The peer the searches are held against: Dijkstra's algorithm as a textbook writes it, std::priority_queue and lazy deletion.
// Input: int32 counts of nodes, arcs, sources, rounds; then tail[], head[], cost[], source[]. Output: best ms, then int32 costs to a file.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <queue>
#include <utility>
#include <vector>

using std::vector;

static vector<int32_t> read_numbers(FILE* file, size_t count) {
  vector<int32_t> numbers(count);
  if (fread(numbers.data(), sizeof(int32_t), count, file) != count) std::exit(3);
  return numbers;
}

int main(int, char** argv) {
  FILE* in = fopen(argv[1], "rb");
  if (!in) return 2;
  auto counts = read_numbers(in, 4);
  const size_t nodes = counts[0], arcs = counts[1];
  auto tail = read_numbers(in, arcs), head = read_numbers(in, arcs), cost = read_numbers(in, arcs);
  auto sources = read_numbers(in, counts[2]);
  fclose(in);

  vector<int32_t> first(nodes + 1, 0), to(arcs), weight(arcs);
  for (auto node : tail) first[node + 1] += 1;
  for (size_t node = 0; node < nodes; ++node) first[node + 1] += first[node];
  auto place = first;
  for (size_t arc = 0; arc < arcs; ++arc) {
    const auto at = place[tail[arc]]++;
    to[at] = head[arc];
    weight[at] = cost[arc];
  }

  vector<int32_t> costs;
  double best = 1e18;
  for (int round = 0; round < counts[3]; ++round) {
    const auto started = std::chrono::steady_clock::now();
    costs.assign(nodes, INT32_MAX);
    using Entry = std::pair<int32_t, int32_t>;
    std::priority_queue<Entry, vector<Entry>, std::greater<Entry>> open;
    for (auto source : sources) {
      costs[source] = 0;
      open.push({0, source});
    }
    while (!open.empty()) {
      const auto [value, node] = open.top();
      open.pop();
      if (value > costs[node]) continue;
      for (auto arc = first[node]; arc < first[node + 1]; ++arc) {
        const auto sum = value + weight[arc];
        if (sum < costs[to[arc]]) {
          costs[to[arc]] = sum;
          open.push({sum, to[arc]});
        }
      }
    }
    const double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
    if (ms < best) best = ms;
  }
  FILE* out = fopen(argv[2], "wb");
  if (!out) return 2;
  fwrite(costs.data(), sizeof(int32_t), nodes, out);
  fclose(out);
  printf("%.3f\n", best);
}
