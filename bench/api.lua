-- For wrk: asks the questions of a file one after another, and gives the figures on one line.
local questions = {}
local at = 0

function init()
  for line in io.lines(os.getenv("QANAT_QUESTIONS")) do questions[#questions + 1] = wrk.format("GET", line) end
end

function request()
  at = at % #questions + 1
  return questions[at]
end

function done(summary, latency)
  local wrong = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write +
    summary.errors.timeout
  print(string.format("figures %f %f %f %d", latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    summary.requests / summary.duration * 1e6, wrong))
end
