-- For wrk: asks for the home page and for whatever picture the last home pages named, while somebody
-- switches editions. POLICIES holds, of each edition, what its policy must name.
local threads = {}

function setup(thread)
   table.insert(threads, thread)
end

function init()
   wanted, turn, bad, why = {}, 0, 0, ""
   seen = { A = 0, B = 0, picture = 0 }
end

function request()
   turn = turn + 1
   if turn % 2 == 0 and #wanted > 0 then
      return wrk.format("GET", table.remove(wanted, 1))
   end
   return wrk.format("GET", "/")
end

local function judge(status, headers, body)
   if status ~= 200 then return "status " .. status end
   if body:match("^picture") then
      seen.picture = seen.picture + 1
      return nil
   end
   local edition = body:match("edition (%u)")
   if not edition or not body:match("</html>$") then return "half a page" end
   seen[edition] = seen[edition] + 1
   local policy = headers["Content-Security-Policy"] or ""
   if not policy:find(POLICIES[edition], 1, true) then return "mixed page" end
   if #wanted < 100 then table.insert(wanted, body:match('src="([^"]+)"')) end
   return nil
end

function response(status, headers, body)
   local wrong = judge(status, headers, body)
   if wrong then
      bad, why = bad + 1, wrong
   end
   a, b, pictures = seen.A, seen.B, seen.picture
end

function done(summary)
   local sum = { bad = 0, a = 0, b = 0, pictures = 0 }
   local why = ""
   for _, thread in ipairs(threads) do
      for name in pairs(sum) do
         sum[name] = sum[name] + (thread:get(name) or 0)
      end
      why = why .. (thread:get("why") or "")
   end
   local errors = summary.errors
   print(string.format(
      'RESULT {"bad": %d, "a": %d, "b": %d, "pictures": %d, "why": "%s", "broken": %d}',
      sum.bad, sum.a, sum.b, sum.pictures, why,
      errors.connect + errors.read + errors.write + errors.timeout))
end
