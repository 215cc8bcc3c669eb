-- Moves offset and watermark of a partition on, if the cache is where the consumer takes it to be.
local held = redis.call('GET', KEYS[1]) or '-1'
if held ~= ARGV[1] then
  return held
end
redis.call('SET', KEYS[1], ARGV[2])
redis.call('SET', KEYS[2], ARGV[3])
return ARGV[2]
