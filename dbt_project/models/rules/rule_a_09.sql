-- 09: 合计 = 出国 + 公车小计 + 接待; 公车小计 = 购置 + 运行; budget and final.
{{ tree_sum('A-09', 'three_public') }}
