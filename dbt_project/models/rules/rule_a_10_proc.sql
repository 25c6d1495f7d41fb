-- 10: 采购合计 = 货物 + 工程 + 服务.
{{ tree_sum('A-10-PROC', 'disclosure_statistics', parents="= 'procurement.total'") }}
