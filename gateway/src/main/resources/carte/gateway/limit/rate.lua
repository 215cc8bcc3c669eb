-- The generic cell rate algorithm (ITU-T I.371): one time for each client, up to which what it
-- asked for is paid. Keys: that time. Arguments: what a request costs (µs), how many at once.
-- Returns for how long to wait (µs), 0 if the request is counted.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local cost = tonumber(ARGV[1])
local paid = math.max(now, tonumber(redis.call('GET', KEYS[1]) or now)) + cost
local wait = paid - now - cost * tonumber(ARGV[2])
if wait > 0 then
  return wait
end
-- Written out: a number of this size would lose its last digits.
redis.call('SET', KEYS[1], string.format('%.0f', paid), 'PX', math.ceil((paid - now) / 1000))
return 0
