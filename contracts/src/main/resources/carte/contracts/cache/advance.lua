-- Moves offset and watermark of a partition on, if the cache is where the consumer takes it to be.
local from, to, time = ARGV[1], ARGV[2], ARGV[3]

local offset = redis.call('GET', KEYS[1]) or '-1'
if offset ~= from then
  return offset == to and 'applied' or 'elsewhere'
end
redis.call('SET', KEYS[1], to)
redis.call('SET', KEYS[2], time)
return 'applied'
