-- The audit, as dbt compiles it. Made by `python -m orchestration.compile_audit`: do not edit.
-- Give it a database with the schema `raw` of some filings; it makes the rest.

create schema if not exists audit;
create schema if not exists intermediate;
create schema if not exists marts;
create schema if not exists seeds;
create schema if not exists staging;

create table seeds.rules as
select cast(rule_id as varchar) as rule_id, cast(family as varchar) as family, cast(severity as varchar) as severity, cast(soft as boolean) as soft, cast(name_zh as varchar) as name_zh, cast(name_en as varchar) as name_en, cast(message_zh as varchar) as message_zh, cast(message_en as varchar) as message_en, cast(forms as varchar) as forms, cast(fy_from as integer) as fy_from, cast(fy_to as integer) as fy_to, cast(scopes as varchar) as scopes, cast(tolerance as varchar) as tolerance, cast(look_at_zh as varchar) as look_at_zh, cast(look_at_en as varchar) as look_at_en, cast(shows as varchar) as shows, cast(half_steps as integer) as half_steps, cast(when_absent as varchar) as when_absent, cast(needs_neighbour as boolean) as needs_neighbour
from (values
    ('A-01-INC', 'A', 'error', 'false', '本年收入合计＝各项收入之和', 'Total income is the sum of its sources', '应有：本年收入合计＝各项收入之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Total income is the sum of its sources. {left} is printed, the parts add up to {right}, {difference} apart. ', 'income_expenditure_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false'),
    ('A-01-EXP', 'A', 'error', 'false', '本年支出合计＝各类支出之和', 'Total expenditure is the sum of its classes', '应有：本年支出合计＝各类支出之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Total expenditure is the sum of its classes. {left} is printed, the parts add up to {right}, {difference} apart. ', 'income_expenditure_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false'),
    ('A-01-TOTI', 'A', 'error', 'false', '收入总计＝本年收入＋使用结余＋年初结转', 'Grand total of income is income, surplus used and opening balance', '应有：收入总计＝本年收入＋使用结余＋年初结转。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Grand total of income is income, surplus used and opening balance. {left} is printed, the parts add up to {right}, {difference} apart. ', 'income_expenditure_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false'),
    ('A-01-TOTE', 'A', 'error', 'false', '支出总计＝本年支出＋结余分配＋年末结转', 'Grand total of expenditure is expenditure, surplus distributed and closing balance', '应有：支出总计＝本年支出＋结余分配＋年末结转。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Grand total of expenditure is expenditure, surplus distributed and closing balance. {left} is printed, the parts add up to {right}, {difference} apart. ', 'income_expenditure_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false'),
    ('A-01-BAL', 'A', 'error', 'false', '收入总计＝支出总计', 'Both grand totals are equal', '收入总计 {left} 与支出总计 {right} 不相等，相差 {difference}。', 'The grand total of income {left} and that of expenditure {right} are {difference} apart. ', 'income_expenditure_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false'),
    ('A-02-V', 'A', 'error', 'false', '收入决算表：上级科目＝下级科目之和', 'Form 02: each row is the sum of the rows below it', '应有：收入决算表：上级科目＝下级科目之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Form 02: each row is the sum of the rows below it. {left} is printed, the parts add up to {right}, {difference} apart. ', 'income_by_function', null, null, null, '< (n + 1) × u / 2', '核对该科目及其全部下级科目；常见原因是漏行、错行或下级金额录错', 'The row and all rows below it: a row left out, a row shifted or a wrong amount below', 'sum', '1', 'not_evaluated', 'false'),
    ('A-02-H', 'A', 'error', 'false', '收入决算表：合计栏＝各栏之和', 'Form 02: the total column is the sum of the columns', '应有：收入决算表：合计栏＝各栏之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Form 02: the total column is the sum of the columns. {left} is printed, the parts add up to {right}, {difference} apart. ', 'income_by_function', null, null, null, '< (n + 1) × u / 2', '核对该行各栏；常见原因是整组错列', 'The columns of the row: often a group of columns is shifted', 'row', '1', 'not_evaluated', 'false'),
    ('A-03-V', 'A', 'error', 'false', '支出决算表：上级科目＝下级科目之和', 'Form 03: each row is the sum of the rows below it', '应有：支出决算表：上级科目＝下级科目之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Form 03: each row is the sum of the rows below it. {left} is printed, the parts add up to {right}, {difference} apart. ', 'expenditure_by_function', null, null, null, '< (n + 1) × u / 2', '核对该科目及其全部下级科目；常见原因是漏行、错行或下级金额录错', 'The row and all rows below it: a row left out, a row shifted or a wrong amount below', 'sum', '1', 'not_evaluated', 'false'),
    ('A-03-H', 'A', 'error', 'false', '支出决算表：合计栏＝各栏之和', 'Form 03: the total column is the sum of the columns', '应有：支出决算表：合计栏＝各栏之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Form 03: the total column is the sum of the columns. {left} is printed, the parts add up to {right}, {difference} apart. ', 'expenditure_by_function', null, null, null, '< (n + 1) × u / 2', '核对该行各栏；常见原因是整组错列', 'The columns of the row: often a group of columns is shifted', 'row', '1', 'not_evaluated', 'false'),
    ('A-04-INC', 'A', 'error', 'false', '财政拨款本年收入＝三本预算之和', 'Appropriation of the year is the sum of the three budgets', '应有：财政拨款本年收入＝三本预算之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Appropriation of the year is the sum of the three budgets. {left} is printed, the parts add up to {right}, {difference} apart. ', 'appropriation_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false'),
    ('A-04-EXP', 'A', 'error', 'false', '财政拨款本年支出＝各类支出之和', 'Appropriation spent is the sum of its classes', '应有：财政拨款本年支出＝各类支出之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Appropriation spent is the sum of its classes. {left} is printed, the parts add up to {right}, {difference} apart. ', 'appropriation_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false'),
    ('A-04-H', 'A', 'error', 'false', '财政拨款支出：合计＝一般＋基金＋国资', 'Appropriation by fund: the total is the sum of the three budgets', '应有：财政拨款支出：合计＝一般＋基金＋国资。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Appropriation by fund: the total is the sum of the three budgets. {left} is printed, the parts add up to {right}, {difference} apart. ', 'appropriation_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false'),
    ('A-04-OPEN', 'A', 'error', 'false', '年初财政拨款结转＝三本预算结转之和', 'Opening balance of appropriation is the sum of the three budgets', '应有：年初财政拨款结转＝三本预算结转之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Opening balance of appropriation is the sum of the three budgets. {left} is printed, the parts add up to {right}, {difference} apart. ', 'appropriation_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false'),
    ('A-04-TOTI', 'A', 'error', 'false', '财政拨款收入总计＝本年收入＋年初结转', 'Grand total of appropriation is income and opening balance', '应有：财政拨款收入总计＝本年收入＋年初结转。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Grand total of appropriation is income and opening balance. {left} is printed, the parts add up to {right}, {difference} apart. ', 'appropriation_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false'),
    ('A-04-TOTE', 'A', 'error', 'false', '财政拨款支出总计＝本年支出＋年末结转', 'Grand total of appropriation is expenditure and closing balance', '应有：财政拨款支出总计＝本年支出＋年末结转。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Grand total of appropriation is expenditure and closing balance. {left} is printed, the parts add up to {right}, {difference} apart. ', 'appropriation_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false'),
    ('A-04-BAL', 'A', 'error', 'false', '财政拨款收入总计＝支出总计', 'Both grand totals of appropriation are equal', '财政拨款收入总计 {left} 与支出总计 {right} 不相等，相差 {difference}。', 'The grand total of appropriation received {left} and that of appropriation spent {right} are {difference} apart. ', 'appropriation_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false'),
    ('A-04-TOTF', 'A', 'error', 'false', '财政拨款支出总计各栏＝本年支出＋年末结转', 'Grand total of each budget is expenditure and closing balance', '应有：财政拨款支出总计各栏＝本年支出＋年末结转。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Grand total of each budget is expenditure and closing balance. {left} is printed, the parts add up to {right}, {difference} apart. ', 'appropriation_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false'),
    ('A-04-BALF', 'A', 'error', 'false', '各本预算：本年收入＋年初结转＝总计', 'Each budget: income and opening balance make its grand total', '应有：各本预算：本年收入＋年初结转＝总计。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Each budget: income and opening balance make its grand total. {left} is printed, the parts add up to {right}, {difference} apart. ', 'appropriation_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false'),
    ('A-05-V', 'A', 'error', 'false', '一般公共预算财政拨款支出决算表：上级科目＝下级科目之和', 'Form 05: each row is the sum of the rows below it', '应有：一般公共预算财政拨款支出决算表：上级科目＝下级科目之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Form 05: each row is the sum of the rows below it. {left} is printed, the parts add up to {right}, {difference} apart. ', 'general_budget_by_function', null, null, null, '< (n + 1) × u / 2', '核对该科目及其全部下级科目；常见原因是漏行、错行或下级金额录错', 'The row and all rows below it: a row left out, a row shifted or a wrong amount below', 'sum', '1', 'not_evaluated', 'false'),
    ('A-05-H', 'A', 'error', 'false', '一般公共预算财政拨款支出决算表：合计栏＝各栏之和', 'Form 05: the total column is the sum of the columns', '应有：一般公共预算财政拨款支出决算表：合计栏＝各栏之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Form 05: the total column is the sum of the columns. {left} is printed, the parts add up to {right}, {difference} apart. ', 'general_budget_by_function', null, null, null, '< (n + 1) × u / 2', '核对该行各栏；常见原因是整组错列', 'The columns of the row: often a group of columns is shifted', 'row', '1', 'not_evaluated', 'false'),
    ('A-05-ROW', 'A', 'warn', 'false', '一般公共预算财政拨款支出决算表：年初＋本年收入＝本年支出＋年末', 'Form 05: opening balance and income make expenditure and closing balance', '一般公共预算财政拨款支出决算表：年初与本年收入之和 {left}，本年支出与年末之和 {right}，相差 {difference}。', 'Form 05: opening balance and income make {left}, expenditure and closing balance {right}, {difference} apart. ', 'general_budget_by_function', null, null, null, '< (n + 1) × u / 2', '收回存量资金、调整年初数会使其不等，请核对有无说明', 'Recovered balances and adjustments explain a difference: look for a note', null, '1', 'not_evaluated', 'false'),
    ('A-06-SUM', 'A', 'error', 'false', '经济分类：类＝款之和', 'Economic classes are the sums of their groups', '应有：经济分类：类＝款之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Economic classes are the sums of their groups. {left} is printed, the parts add up to {right}, {difference} apart. ', 'basic_expenditure_by_economic', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false'),
    ('A-06-PERS', 'A', 'error', 'false', '人员经费合计＝301＋303', 'Personnel expenditure is 301 and 303', '应有：人员经费合计＝301＋303。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Personnel expenditure is 301 and 303. {left} is printed, the parts add up to {right}, {difference} apart. ', 'basic_expenditure_by_economic', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false'),
    ('A-06-PUB', 'A', 'error', 'false', '公用经费合计＝302＋307＋310＋312＋313＋399', 'Office expenditure is 302, 307, 310, 312, 313 and 399', '应有：公用经费合计＝302＋307＋310＋312＋313＋399。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Office expenditure is 302, 307, 310, 312, 313 and 399. {left} is printed, the parts add up to {right}, {difference} apart. ', 'basic_expenditure_by_economic', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false'),
    ('A-06-TOT', 'A', 'error', 'false', '基本支出合计＝人员经费＋公用经费', 'Basic expenditure is personnel and office expenditure', '应有：基本支出合计＝人员经费＋公用经费。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Basic expenditure is personnel and office expenditure. {left} is printed, the parts add up to {right}, {difference} apart. ', 'basic_expenditure_by_economic', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false'),
    ('A-07-V', 'A', 'error', 'false', '政府性基金预算财政拨款收入支出决算表：上级科目＝下级科目之和', 'Form 07: each row is the sum of the rows below it', '应有：政府性基金预算财政拨款收入支出决算表：上级科目＝下级科目之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Form 07: each row is the sum of the rows below it. {left} is printed, the parts add up to {right}, {difference} apart. ', 'government_fund_by_function', null, null, null, '< (n + 1) × u / 2', '核对该科目及其全部下级科目；常见原因是漏行、错行或下级金额录错', 'The row and all rows below it: a row left out, a row shifted or a wrong amount below', null, '1', 'not_evaluated', 'false'),
    ('A-07-H', 'A', 'error', 'false', '政府性基金预算财政拨款收入支出决算表：合计栏＝各栏之和', 'Form 07: the total column is the sum of the columns', '应有：政府性基金预算财政拨款收入支出决算表：合计栏＝各栏之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Form 07: the total column is the sum of the columns. {left} is printed, the parts add up to {right}, {difference} apart. ', 'government_fund_by_function', null, null, null, '< (n + 1) × u / 2', '核对该行各栏；常见原因是整组错列', 'The columns of the row: often a group of columns is shifted', null, '1', 'not_evaluated', 'false'),
    ('A-07-ROW', 'A', 'warn', 'false', '政府性基金预算财政拨款收入支出决算表：年初＋本年收入＝本年支出＋年末', 'Form 07: opening balance and income make expenditure and closing balance', '政府性基金预算财政拨款收入支出决算表：年初与本年收入之和 {left}，本年支出与年末之和 {right}，相差 {difference}。', 'Form 07: opening balance and income make {left}, expenditure and closing balance {right}, {difference} apart. ', 'government_fund_by_function', null, null, null, '< (n + 1) × u / 2', '收回存量资金、调整年初数会使其不等，请核对有无说明', 'Recovered balances and adjustments explain a difference: look for a note', null, '1', 'not_evaluated', 'false'),
    ('A-08-V', 'A', 'error', 'false', '国有资本经营预算财政拨款支出决算表：上级科目＝下级科目之和', 'Form 08: each row is the sum of the rows below it', '应有：国有资本经营预算财政拨款支出决算表：上级科目＝下级科目之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Form 08: each row is the sum of the rows below it. {left} is printed, the parts add up to {right}, {difference} apart. ', 'state_capital_by_function', '2019', null, null, '< (n + 1) × u / 2', '核对该科目及其全部下级科目；常见原因是漏行、错行或下级金额录错', 'The row and all rows below it: a row left out, a row shifted or a wrong amount below', null, '1', 'not_evaluated', 'false'),
    ('A-08-H', 'A', 'error', 'false', '国有资本经营预算财政拨款支出决算表：合计栏＝各栏之和', 'Form 08: the total column is the sum of the columns', '应有：国有资本经营预算财政拨款支出决算表：合计栏＝各栏之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Form 08: the total column is the sum of the columns. {left} is printed, the parts add up to {right}, {difference} apart. ', 'state_capital_by_function', '2019', null, null, '< (n + 1) × u / 2', '核对该行各栏；常见原因是整组错列', 'The columns of the row: often a group of columns is shifted', null, '1', 'not_evaluated', 'false'),
    ('A-08-ROW', 'A', 'warn', 'false', '国有资本经营预算财政拨款支出决算表：年初＋本年收入＝本年支出＋年末', 'Form 08: opening balance and income make expenditure and closing balance', '国有资本经营预算财政拨款支出决算表：年初与本年收入之和 {left}，本年支出与年末之和 {right}，相差 {difference}。', 'Form 08: opening balance and income make {left}, expenditure and closing balance {right}, {difference} apart. ', 'state_capital_by_function', '2019', null, null, '< (n + 1) × u / 2', '收回存量资金、调整年初数会使其不等，请核对有无说明', 'Recovered balances and adjustments explain a difference: look for a note', null, '1', 'not_evaluated', 'false'),
    ('A-09', 'A', 'error', 'false', '“三公”经费合计＝各项之和', 'Three public expenses are the sum of their items', '应有：“三公”经费合计＝各项之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Three public expenses are the sum of their items. {left} is printed, the parts add up to {right}, {difference} apart. ', 'three_public', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false'),
    ('A-10-PROC', 'A', 'error', 'false', '政府采购合计＝货物＋工程＋服务', 'Procurement is goods, works and services', '应有：政府采购合计＝货物＋工程＋服务。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Procurement is goods, works and services. {left} is printed, the parts add up to {right}, {difference} apart. ', 'disclosure_statistics', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_applicable', 'false'),
    ('A-10-CARS', 'A', 'error', 'false', '车辆合计＝各类车辆之和', 'Vehicles are the sum of their kinds', '应有：车辆合计＝各类车辆之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Vehicles are the sum of their kinds. {left} is printed, the parts add up to {right}, {difference} apart. ', 'disclosure_statistics', null, null, null, '0', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_applicable', 'false'),
    ('B-01-02', 'B', 'error', 'false', '总表与收入表：本年收入合计', 'Forms 01 and 02: total income', '总表与收入表：本年收入合计应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 01 and 02: total income should agree: {left} here, {right} there, {difference} apart. ', 'income_expenditure_summary;income_by_function', null, null, null, '< u (R2: < (n + 1) × u / 2)', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false'),
    ('B-01-02F', 'B', 'error', 'false', '总表与收入表：财政拨款收入', 'Forms 01 and 02: fiscal appropriation', '总表与收入表：财政拨款收入应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 01 and 02: fiscal appropriation should agree: {left} here, {right} there, {difference} apart. ', 'income_expenditure_summary;income_by_function', null, null, null, '< u (R2: < (n + 1) × u / 2)', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false'),
    ('B-01-02C', 'B', 'error', 'false', '总表与收入表：其他各项收入', 'Forms 01 and 02: the other sources', '总表与收入表：其他各项收入应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 01 and 02: the other sources should agree: {left} here, {right} there, {difference} apart. ', 'income_expenditure_summary;income_by_function', null, null, null, '< u (R2: < (n + 1) × u / 2)', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false'),
    ('B-01-03', 'B', 'error', 'false', '总表与支出表：本年支出合计', 'Forms 01 and 03: total expenditure', '总表与支出表：本年支出合计应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 01 and 03: total expenditure should agree: {left} here, {right} there, {difference} apart. ', 'income_expenditure_summary;expenditure_by_function', null, null, null, '< u (R2: < (n + 1) × u / 2)', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false'),
    ('B-01-03L', 'B', 'error', 'false', '总表与支出表：各类支出', 'Forms 01 and 03: each function class', '总表与支出表：各类支出应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 01 and 03: each function class should agree: {left} here, {right} there, {difference} apart. ', 'income_expenditure_summary;expenditure_by_function', null, null, null, '< u (R2: < (n + 1) × u / 2)', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false'),
    ('B-01-04', 'B', 'error', 'false', '总表与财政拨款总表：三本预算收入', 'Forms 01 and 04: income of the three budgets', '总表与财政拨款总表：三本预算收入应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 01 and 04: income of the three budgets should agree: {left} here, {right} there, {difference} apart. ', 'income_expenditure_summary;appropriation_summary', null, null, null, '< u', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false'),
    ('B-01-04L', 'B', 'error', 'false', '财政拨款各类支出不超过总表', 'Forms 04 and 01: appropriation spent on a class is within the class', '应有：财政拨款各类支出不超过总表。前者 {left}，后者 {right}，多出 {difference}。', 'Expected: Forms 04 and 01: appropriation spent on a class is within the class. {left} exceeds {right} by {difference}. ', 'income_expenditure_summary;appropriation_summary', null, null, null, '< u', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false'),
    ('B-01-04S', 'B', 'error', 'false', '财政拨款年初、年末结转不超过总表', 'Forms 04 and 01: balances of appropriation are within the balances', '应有：财政拨款年初、年末结转不超过总表。前者 {left}，后者 {right}，多出 {difference}。', 'Expected: Forms 04 and 01: balances of appropriation are within the balances. {left} exceeds {right} by {difference}. ', 'income_expenditure_summary;appropriation_summary', null, null, null, '< u', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false'),
    ('B-02-03', 'B', 'info', 'true', '收入表与支出表：各科目收支', 'Forms 02 and 03: income and expenditure of each code', '收入表与支出表：各科目收支应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 02 and 03: income and expenditure of each code should agree: {left} here, {right} there, {difference} apart. ', 'income_expenditure_summary;income_by_function;expenditure_by_function', null, null, null, '≤ u', '无结转结余的单位，各科目收入通常等于支出', 'Without carry-over the income of a code is usually spent on it', null, '1', 'not_evaluated', 'false'),
    ('B-02-04', 'B', 'error', 'false', '收入表与财政拨款总表：财政拨款收入', 'Forms 02 and 04: fiscal appropriation', '收入表与财政拨款总表：财政拨款收入应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 02 and 04: fiscal appropriation should agree: {left} here, {right} there, {difference} apart. ', 'income_by_function;appropriation_summary', null, null, null, '< u (R2: < (n + 1) × u / 2)', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false'),
    ('B-03-05', 'B', 'error', 'false', '支出表各科目不小于三本预算支出之和', 'Forms 05, 07 and 08 are within form 03', '财政拨款支出 {left} 与支出决算表 {right} 不符，相差 {difference}。', 'Appropriation spent {left} does not agree with expenditure {right}, {difference} apart. ', 'expenditure_by_function;general_budget_by_function', null, null, null, '< 2 u (R2: < (n + 1) × u)', '支出表应包含一般公共预算、政府性基金和国有资本经营预算的全部支出', 'Form 03 holds all that forms 05, 07 and 08 hold', null, '2', 'not_evaluated', 'false'),
    ('B-04-05', 'B', 'error', 'false', '财政拨款总表与一般公共预算表：本年支出', 'Forms 04 and 05: expenditure of the general budget', '财政拨款总表与一般公共预算表：本年支出应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 04 and 05: expenditure of the general budget should agree: {left} here, {right} there, {difference} apart. ', 'appropriation_summary;general_budget_by_function', null, null, null, '< u (R2: < (n + 1) × u / 2)', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false'),
    ('B-04-05L', 'B', 'error', 'false', '财政拨款总表与一般公共预算表：各类支出', 'Forms 04 and 05: each function class of the general budget', '财政拨款总表与一般公共预算表：各类支出应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 04 and 05: each function class of the general budget should agree: {left} here, {right} there, {difference} apart. ', 'appropriation_summary;general_budget_by_function', null, null, null, '< u (R2: < (n + 1) × u / 2)', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false'),
    ('B-04-07', 'B', 'error', 'false', '财政拨款总表与政府性基金表：支出、收入和结转', 'Forms 04 and 07: the government fund budget', '财政拨款总表与政府性基金表：支出、收入和结转应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 04 and 07: the government fund budget should agree: {left} here, {right} there, {difference} apart. ', 'appropriation_summary;government_fund_by_function', null, null, null, '< u (R2: < (n + 1) × u / 2)', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false'),
    ('B-04-07L', 'B', 'error', 'false', '财政拨款总表与政府性基金表：各类支出', 'Forms 04 and 07: each function class of the government fund budget', '财政拨款总表与政府性基金表：各类支出应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 04 and 07: each function class of the government fund budget should agree: {left} here, {right} there, {difference} apart. ', 'appropriation_summary;government_fund_by_function', null, null, null, '< u (R2: < (n + 1) × u / 2)', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false'),
    ('B-04-08', 'B', 'error', 'false', '财政拨款总表与国有资本经营预算表：支出', 'Forms 04 and 08: the state capital budget', '财政拨款总表与国有资本经营预算表：支出应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 04 and 08: the state capital budget should agree: {left} here, {right} there, {difference} apart. ', 'appropriation_summary;state_capital_by_function', '2019', null, null, '< u (R2: < (n + 1) × u / 2)', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false'),
    ('B-04-08L', 'B', 'error', 'false', '财政拨款总表与国有资本经营预算表：各类支出', 'Forms 04 and 08: each function class of the state capital budget', '财政拨款总表与国有资本经营预算表：各类支出应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 04 and 08: each function class of the state capital budget should agree: {left} here, {right} there, {difference} apart. ', 'appropriation_summary;state_capital_by_function', '2019', null, null, '< u (R2: < (n + 1) × u / 2)', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false'),
    ('B-05-06', 'B', 'error', 'false', '一般公共预算基本支出＝人员经费＋公用经费', 'Forms 05 and 06: basic expenditure', '应有：一般公共预算基本支出＝人员经费＋公用经费。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Forms 05 and 06: basic expenditure is personnel and office expenditure. {left} is printed, the parts add up to {right}, {difference} apart. ', 'general_budget_by_function;basic_expenditure_by_economic', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false'),
    ('B-06-09', 'B', 'error', 'false', '基本支出中的“三公”科目不超过“三公”决算', 'Forms 06 and 09: three public items of basic expenditure are within the total', '应有：基本支出中的“三公”科目不超过“三公”决算。前者 {left}，后者 {right}，多出 {difference}。', 'Expected: Forms 06 and 09: three public items of basic expenditure are within the total. {left} exceeds {right} by {difference}. ', 'basic_expenditure_by_economic;three_public', null, null, null, '< u', '“三公”表包含基本支出和项目支出，不应小于基本支出明细', 'Form 09 holds basic and project expenditure: it cannot be less than the item of form 06', null, '1', 'not_evaluated', 'false'),
    ('B-06-10', 'B', 'warn', 'false', '机关运行经费不超过公用经费', 'Forms 10 and 06: operating cost is within office expenditure', '应有：机关运行经费不超过公用经费。前者 {left}，后者 {right}，多出 {difference}。', 'Expected: Forms 10 and 06: operating cost is within office expenditure. {left} exceeds {right} by {difference}. ', 'basic_expenditure_by_economic;disclosure_statistics', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_applicable', 'false'),
    ('B-06-F', 'B', 'info', 'true', '社保缴费和住房公积金：经济分类与功能分类', 'Forms 06 and 05: insurance contributions and housing fund', '社保缴费和住房公积金：经济分类与功能分类应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 06 and 05: insurance contributions and housing fund should agree: {left} here, {right} there, {difference} apart. ', 'general_budget_by_function;basic_expenditure_by_economic', null, null, null, '≤ (n + 1) × u / 2', '常见而非必然的对应关系，仅供参考', 'A common relation, no identity', null, '1', 'not_evaluated', 'false'),
    ('B-06-F2', 'B', 'info', 'true', '对个人和家庭的补助与离退休支出', 'Forms 06 and 05: 303 and retirees', '对个人和家庭的补助与离退休支出应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 06 and 05: 303 and retirees should agree: {left} here, {right} there, {difference} apart. ', 'general_budget_by_function;basic_expenditure_by_economic', null, null, null, '≤ (n + 1) × u / 2', '常见而非必然的对应关系，仅供参考', 'A common relation, no identity', null, '1', 'not_evaluated', 'false'),
    ('B-06-F3', 'B', 'info', 'true', '医疗缴费与行政事业单位医疗', 'Forms 06 and 05: medical insurance', '医疗缴费与行政事业单位医疗应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 06 and 05: medical insurance should agree: {left} here, {right} there, {difference} apart. ', 'general_budget_by_function;basic_expenditure_by_economic', null, null, null, '≤ (n + 1) × u / 2', '常见而非必然的对应关系，仅供参考', 'A common relation, no identity', null, '1', 'not_evaluated', 'false'),
    ('S-RUN', 'S', 'info', 'true', '行政运行不列项目支出', 'Administration carries no project expenditure', '行政运行列有项目支出 {left}。', '行政运行 (administration) carries project expenditure of {left}. ', 'general_budget_by_function', null, null, null, '0', '行政运行一般只列基本支出', 'Administration usually holds basic expenditure alone', null, '1', 'not_evaluated', 'false'),
    ('S-ANNUITY', 'S', 'info', 'true', '职业年金约为养老保险的一半', 'Annuity is about half of pension insurance', '职业年金与养老保险缴费之比不在 0.4 至 0.6 之间。', 'Annuity is not between 0.4 and 0.6 of pension insurance. ', 'basic_expenditure_by_economic', null, null, null, '0.4 … 0.6', '可能有欠缴、补缴或新设单位', 'Arrears, back payments or a new unit', null, '1', 'not_evaluated', 'false'),
    ('Y-OPEN', 'Y', 'warn', 'false', '年初结转＝上年年末结转', 'Opening balances are the closing balances of the year before', '年初结转 {left} 与上年年末结转 {right} 不一致，相差 {difference}。', 'The opening balance {left} is not the closing balance of the year before {right}, {difference} apart. ', 'income_expenditure_summary;appropriation_summary', null, null, null, '< u', '年初调整（差错更正、收回存量资金、单位划转）应有说明', 'Adjustments of the opening balance (corrections, recovered balances, transfers of units) should be explained', null, '1', 'not_evaluated', 'true'),
    ('U-SUM', 'U', 'warn', 'false', '所属单位之和不超过部门', 'The units of a department are within the department', '所属单位之和 {left} 与部门 {right} 不符，相差 {difference}。', 'The units add up to {left}, the department prints {right}, {difference} apart. ', 'general_budget_by_function', null, null, 'department', '< (n + 1) × u / 2', '部门决算应包含全部所属单位；内部往来应已抵销', 'The department holds all its units, less what passes between them', null, '1', 'not_evaluated', 'true')
) as seed (rule_id, family, severity, soft, name_zh, name_en, message_zh, message_en, forms, fy_from, fy_to, scopes, tolerance, look_at_zh, look_at_en, shows, half_steps, when_absent, needs_neighbour);

create table staging.stg_filing as
-- One row a filing version. Versions of one filing share region, filer, scope and year; where region or
-- filer is not known a filing is a version of itself alone.
with filing as (
    select
        *,
        case when scope = 'unit' then coalesce(unit, department) else department end as filer
    from "raw"."filing"
),
keyed as (
    select
        *,
        region_code is not null and filer is not null as is_identified,
        substr(md5(case
        when region_code is not null and filer is not null
            then region_code || '|' || filer
        else 'filing|' || filing_id
    end), 1, 16) as department_id
    from filing
)
select
    *,
    row_number() over versions as version_no,
    lead(filing_id) over versions is null as is_current,
    lead(filing_id) over versions as superseded_by
from keyed
window versions as (
    partition by department_id, scope, fiscal_year
    order by published_on asc nulls first, arrival asc, path asc, filing_id asc
);

create table staging.stg_printed_table as
-- One row a printed table, as read.
select * from "raw"."printed_table";

create table seeds.units as
select cast(unit as varchar) as unit, cast(kind as varchar) as kind, cast(factor_cny as decimal(20,2)) as factor_cny
from (values
    ('元', 'money', '1'),
    ('千元', 'money', '1000'),
    ('万元', 'money', '10000'),
    ('百万元', 'money', '1000000'),
    ('亿元', 'money', '100000000'),
    ('辆', 'count', null),
    ('台', 'count', null),
    ('套', 'count', null),
    ('台/套', 'count', null),
    ('台（套）', 'count', null),
    ('台(套)', 'count', null),
    ('辆/台/套', 'count', null),
    ('个', 'count', null),
    ('人', 'count', null),
    ('人次', 'count', null),
    ('批次', 'count', null),
    ('次', 'count', null)
) as seed (unit, kind, factor_cny);

create table seeds.measures as
select cast(form as varchar) as form, cast(side as varchar) as side, cast(measure as varchar) as measure, cast(role as varchar) as role, cast(label_zh as varchar) as label_zh, cast(label_en as varchar) as label_en
from (values
    ('income_expenditure_summary', 'income', 'amount', 'part', '金额', 'Amount'),
    ('income_expenditure_summary', 'expenditure', 'amount', 'part', '金额', 'Amount'),
    ('income_by_function', null, 'total', 'total', '本年收入合计', 'Total income of the year'),
    ('income_by_function', null, 'appropriation', 'part', '财政拨款收入', 'Fiscal appropriation'),
    ('income_by_function', null, 'superior_subsidy', 'part', '上级补助收入', 'Subsidy from superior'),
    ('income_by_function', null, 'institutional', 'part', '事业收入', 'Institutional income'),
    ('income_by_function', null, 'operating', 'part', '经营收入', 'Operating income'),
    ('income_by_function', null, 'affiliated_remittance', 'part', '附属单位上缴收入', 'Remittance from affiliated units'),
    ('income_by_function', null, 'other', 'part', '其他收入', 'Other income'),
    ('expenditure_by_function', null, 'total', 'total', '本年支出合计', 'Total expenditure of the year'),
    ('expenditure_by_function', null, 'basic', 'part', '基本支出', 'Basic expenditure'),
    ('expenditure_by_function', null, 'project', 'part', '项目支出', 'Project expenditure'),
    ('expenditure_by_function', null, 'remitted_to_superior', 'part', '上缴上级支出', 'Remitted to superior'),
    ('expenditure_by_function', null, 'operating', 'part', '经营支出', 'Operating expenditure'),
    ('expenditure_by_function', null, 'subsidy_to_affiliated', 'part', '对附属单位补助支出', 'Subsidy to affiliated units'),
    ('appropriation_summary', 'income', 'total', 'part', '金额', 'Amount'),
    ('appropriation_summary', 'expenditure', 'total', 'total', '合计', 'Total'),
    ('appropriation_summary', 'expenditure', 'general_budget', 'part', '一般公共预算财政拨款', 'General public budget'),
    ('appropriation_summary', 'expenditure', 'government_fund', 'part', '政府性基金预算财政拨款', 'Government fund budget'),
    ('appropriation_summary', 'expenditure', 'state_capital', 'part', '国有资本经营预算财政拨款', 'State capital operating budget'),
    ('general_budget_by_function', null, 'opening_balance', 'balance', '年初结转和结余', 'Opening balance'),
    ('general_budget_by_function', null, 'income', 'balance', '本年收入', 'Income of the year'),
    ('general_budget_by_function', null, 'total', 'total', '合计', 'Total'),
    ('general_budget_by_function', null, 'basic', 'part', '基本支出', 'Basic expenditure'),
    ('general_budget_by_function', null, 'project', 'part', '项目支出', 'Project expenditure'),
    ('general_budget_by_function', null, 'closing_balance', 'balance', '年末结转和结余', 'Closing balance'),
    ('basic_expenditure_by_economic', null, 'amount', 'part', '决算数', 'Final amount'),
    ('government_fund_by_function', null, 'opening_balance', 'balance', '年初结转和结余', 'Opening balance'),
    ('government_fund_by_function', null, 'income', 'balance', '本年收入', 'Income of the year'),
    ('government_fund_by_function', null, 'total', 'total', '小计', 'Subtotal'),
    ('government_fund_by_function', null, 'basic', 'part', '基本支出', 'Basic expenditure'),
    ('government_fund_by_function', null, 'project', 'part', '项目支出', 'Project expenditure'),
    ('government_fund_by_function', null, 'closing_balance', 'balance', '年末结转和结余', 'Closing balance'),
    ('state_capital_by_function', null, 'opening_balance', 'balance', '年初结转和结余', 'Opening balance'),
    ('state_capital_by_function', null, 'income', 'balance', '本年收入', 'Income of the year'),
    ('state_capital_by_function', null, 'total', 'total', '合计', 'Total'),
    ('state_capital_by_function', null, 'basic', 'part', '基本支出', 'Basic expenditure'),
    ('state_capital_by_function', null, 'project', 'part', '项目支出', 'Project expenditure'),
    ('state_capital_by_function', null, 'closing_balance', 'balance', '年末结转和结余', 'Closing balance'),
    ('three_public', null, 'budget', 'part', '预算数', 'Budget'),
    ('three_public', null, 'final', 'part', '决算数', 'Final amount'),
    ('disclosure_statistics', null, 'value', 'part', '统计数', 'Value')
) as seed (form, side, measure, role, label_zh, label_en);

create table seeds.economic_groups as
select cast(class_code as varchar) as class_code, cast(group_key as varchar) as group_key, cast(fy_from as integer) as fy_from, cast(fy_to as integer) as fy_to, cast(confidence as varchar) as confidence
from (values
    ('301', 'personnel_total', null, null, 'H'),
    ('303', 'personnel_total', null, null, 'H'),
    ('302', 'office_total', null, null, 'H'),
    ('307', 'office_total', null, null, 'H'),
    ('310', 'office_total', null, null, 'H'),
    ('312', 'office_total', '2018', null, 'H'),
    ('313', 'office_total', '2018', null, 'H'),
    ('399', 'office_total', null, null, 'H'),
    ('304', 'office_total', null, '2017', 'M'),
    ('305', 'office_total', null, '2017', 'M'),
    ('308', 'office_total', null, '2017', 'M'),
    ('309', 'office_total', null, '2017', 'M')
) as seed (class_code, group_key, fy_from, fy_to, confidence);

create table seeds.form_lines as
select cast(form as varchar) as form, cast(row_key as varchar) as row_key, cast(parent_key as varchar) as parent_key, cast(level as varchar) as level, cast(label_zh as varchar) as label_zh, cast(label_en as varchar) as label_en
from (values
    ('income_expenditure_summary', 'income.grand_total', null, 'total', '总计', 'Grand total'),
    ('income_expenditure_summary', 'income.income_total', 'income.grand_total', 'subtotal', '本年收入合计', 'Total income of the year'),
    ('income_expenditure_summary', 'income.general_budget', 'income.income_total', 'line', '一般公共预算财政拨款收入', 'General public budget appropriation'),
    ('income_expenditure_summary', 'income.government_fund', 'income.income_total', 'line', '政府性基金预算财政拨款收入', 'Government fund appropriation'),
    ('income_expenditure_summary', 'income.state_capital', 'income.income_total', 'line', '国有资本经营预算财政拨款收入', 'State capital appropriation'),
    ('income_expenditure_summary', 'income.superior_subsidy', 'income.income_total', 'line', '上级补助收入', 'Subsidy from superior'),
    ('income_expenditure_summary', 'income.institutional', 'income.income_total', 'line', '事业收入', 'Institutional income'),
    ('income_expenditure_summary', 'income.operating', 'income.income_total', 'line', '经营收入', 'Operating income'),
    ('income_expenditure_summary', 'income.affiliated_remittance', 'income.income_total', 'line', '附属单位上缴收入', 'Remittance from affiliated units'),
    ('income_expenditure_summary', 'income.other', 'income.income_total', 'line', '其他收入', 'Other income'),
    ('income_expenditure_summary', 'income.surplus_used', 'income.grand_total', 'line', '使用非财政拨款结余（含专用结余）', 'Non-fiscal surplus used'),
    ('income_expenditure_summary', 'income.opening_balance', 'income.grand_total', 'line', '年初结转和结余', 'Opening balance'),
    ('income_expenditure_summary', 'expenditure.grand_total', null, 'total', '总计', 'Grand total'),
    ('income_expenditure_summary', 'expenditure.expenditure_total', 'expenditure.grand_total', 'subtotal', '本年支出合计', 'Total expenditure of the year'),
    ('income_expenditure_summary', 'expenditure.surplus_distributed', 'expenditure.grand_total', 'line', '结余分配', 'Surplus distributed'),
    ('income_expenditure_summary', 'expenditure.closing_balance', 'expenditure.grand_total', 'line', '年末结转和结余', 'Closing balance'),
    ('income_by_function', 'total', null, 'total', '合计', 'Total'),
    ('expenditure_by_function', 'total', null, 'total', '合计', 'Total'),
    ('appropriation_summary', 'income.grand_total', null, 'total', '总计', 'Grand total'),
    ('appropriation_summary', 'income.income_total', 'income.grand_total', 'subtotal', '本年收入合计', 'Total income of the year'),
    ('appropriation_summary', 'income.general_budget', 'income.income_total', 'line', '一般公共预算财政拨款', 'General public budget appropriation'),
    ('appropriation_summary', 'income.government_fund', 'income.income_total', 'line', '政府性基金预算财政拨款', 'Government fund appropriation'),
    ('appropriation_summary', 'income.state_capital', 'income.income_total', 'line', '国有资本经营预算财政拨款', 'State capital appropriation'),
    ('appropriation_summary', 'income.opening_balance', 'income.grand_total', 'subtotal', '年初财政拨款结转和结余', 'Opening balance of fiscal appropriation'),
    ('appropriation_summary', 'income.opening_balance.general_budget', 'income.opening_balance', 'line', '年初结转和结余：一般公共预算财政拨款', 'Opening balance: general public budget'),
    ('appropriation_summary', 'income.opening_balance.government_fund', 'income.opening_balance', 'line', '年初结转和结余：政府性基金预算财政拨款', 'Opening balance: government fund'),
    ('appropriation_summary', 'income.opening_balance.state_capital', 'income.opening_balance', 'line', '年初结转和结余：国有资本经营预算财政拨款', 'Opening balance: state capital'),
    ('appropriation_summary', 'expenditure.grand_total', null, 'total', '总计', 'Grand total'),
    ('appropriation_summary', 'expenditure.expenditure_total', 'expenditure.grand_total', 'subtotal', '本年支出合计', 'Total expenditure of the year'),
    ('appropriation_summary', 'expenditure.closing_balance', 'expenditure.grand_total', 'line', '年末财政拨款结转和结余', 'Closing balance of fiscal appropriation'),
    ('general_budget_by_function', 'total', null, 'total', '合计', 'Total'),
    ('basic_expenditure_by_economic', 'total', null, 'total', '合计', 'Total'),
    ('basic_expenditure_by_economic', 'personnel_total', 'total', 'subtotal', '人员经费合计', 'Personnel expenditure'),
    ('basic_expenditure_by_economic', 'office_total', 'total', 'subtotal', '公用经费合计', 'Office expenditure'),
    ('government_fund_by_function', 'total', null, 'total', '合计', 'Total'),
    ('state_capital_by_function', 'total', null, 'total', '合计', 'Total'),
    ('three_public', 'total', null, 'total', '合计', 'Total'),
    ('three_public', 'abroad', 'total', 'line', '因公出国（境）费', 'Travel abroad'),
    ('three_public', 'vehicle', 'total', 'subtotal', '公务用车购置及运行维护费', 'Official vehicles'),
    ('three_public', 'vehicle_purchase', 'vehicle', 'line', '公务用车购置费', 'Vehicle purchase'),
    ('three_public', 'vehicle_operation', 'vehicle', 'line', '公务用车运行维护费', 'Vehicle operation'),
    ('three_public', 'reception', 'total', 'line', '公务接待费', 'Official reception'),
    ('disclosure_statistics', 'procurement.total', null, 'total', '政府采购支出合计', 'Government procurement'),
    ('disclosure_statistics', 'procurement.goods', 'procurement.total', 'line', '政府采购货物支出', 'Procurement of goods'),
    ('disclosure_statistics', 'procurement.works', 'procurement.total', 'line', '政府采购工程支出', 'Procurement of works'),
    ('disclosure_statistics', 'procurement.services', 'procurement.total', 'line', '政府采购服务支出', 'Procurement of services'),
    ('disclosure_statistics', 'operating_cost.administrative', null, 'line', '机关运行经费：行政单位', 'Operating cost: administrative units'),
    ('disclosure_statistics', 'operating_cost.quasi_civil', null, 'line', '机关运行经费：参照公务员法管理事业单位', 'Operating cost: institutions managed as civil service'),
    ('disclosure_statistics', 'vehicles.total', null, 'total', '车辆数合计', 'Vehicles'),
    ('disclosure_statistics', 'vehicles.senior_official', 'vehicles.total', 'line', '副部（省）级及以上领导用车', 'Vehicles of senior officials'),
    ('disclosure_statistics', 'vehicles.principal', 'vehicles.total', 'line', '主要负责人用车', 'Vehicles of principals'),
    ('disclosure_statistics', 'vehicles.confidential_mail', 'vehicles.total', 'line', '机要通信用车', 'Vehicles for confidential mail'),
    ('disclosure_statistics', 'vehicles.emergency', 'vehicles.total', 'line', '应急保障用车', 'Vehicles for emergencies'),
    ('disclosure_statistics', 'vehicles.law_enforcement', 'vehicles.total', 'line', '执法执勤用车', 'Vehicles for law enforcement'),
    ('disclosure_statistics', 'vehicles.special_technical', 'vehicles.total', 'line', '特种专业技术用车', 'Vehicles for special technical use'),
    ('disclosure_statistics', 'vehicles.retired_cadre', 'vehicles.total', 'line', '离退休干部用车', 'Vehicles for retired cadres'),
    ('disclosure_statistics', 'vehicles.other', 'vehicles.total', 'line', '其他用车', 'Other vehicles'),
    ('disclosure_statistics', 'equipment.over_1m_cny', null, 'line', '单价100万元（含）以上设备（不含车辆）', 'Equipment of 1 million yuan or more')
) as seed (form, row_key, parent_key, level, label_zh, label_en);

create table seeds.forms as
select cast(form as varchar) as form, cast(title_zh as varchar) as title_zh, cast(title_en as varchar) as title_en, cast(number_2023 as varchar) as number_2023, cast(key_kind as varchar) as key_kind, cast(fund as varchar) as fund, cast(fund_zh as varchar) as fund_zh, cast(description_en as varchar) as description_en
from (values
    ('income_expenditure_summary', '收入支出决算总表', 'Summary of income and expenditure', '公开01', 'line', null, null, 'Income by source and expenditure by function class with carry-over; both sides end in the same grand total'),
    ('income_by_function', '收入决算表', 'Income by function', '公开02', 'function', null, null, 'Income of the year by function code and source'),
    ('expenditure_by_function', '支出决算表', 'Expenditure by function', '公开03', 'function', null, null, 'Expenditure of the year by function code and nature'),
    ('appropriation_summary', '财政拨款收入支出决算总表', 'Summary of fiscal appropriation', '公开04', 'line', null, null, 'Income and expenditure of fiscal appropriation by function class and fund'),
    ('general_budget_by_function', '一般公共预算财政拨款支出决算表', 'General public budget expenditure by function', '公开05', 'function', 'general_budget', '一般公共预算财政拨款', 'Expenditure out of the general public budget by function code and nature'),
    ('basic_expenditure_by_economic', '一般公共预算财政拨款基本支出决算明细表', 'Basic expenditure by economic classification', '公开06', 'economic', 'general_budget', '一般公共预算财政拨款', 'Basic expenditure out of the general public budget by economic code'),
    ('government_fund_by_function', '政府性基金预算财政拨款收入支出决算表', 'Government fund income and expenditure by function', '公开07', 'function', 'government_fund', '政府性基金预算财政拨款', 'Government fund budget: opening balance and income and expenditure and closing balance by function code'),
    ('state_capital_by_function', '国有资本经营预算财政拨款支出决算表', 'State capital expenditure by function', '公开08', 'function', 'state_capital', '国有资本经营预算财政拨款', 'State capital operating budget expenditure by function code'),
    ('three_public', '财政拨款“三公”经费支出决算表', 'Three public expenses', '公开09', 'line', null, null, 'Travel abroad and official vehicles and reception: budget and final figure'),
    ('disclosure_statistics', '部门决算公开相关信息统计表', 'Disclosure statistics', '公开10', 'line', null, null, 'Procurement and operating cost and vehicles and equipment as published beside the accounts')
) as seed (form, title_zh, title_en, number_2023, key_kind, fund, fund_zh, description_en);

create table marts.dim_rule as
select
    rule_id,
    family,
    severity,
    soft,
    name_zh,
    name_en,
    message_zh,
    message_en,
    forms,
    fy_from,
    fy_to,
    scopes,
    tolerance,
    look_at_zh,
    look_at_en
from "seeds"."rules"
order by rule_id;

create table intermediate.int_form as
-- How each form stands in each current filing: `read`, `empty` (printed without a value, a statement of zero) or
-- `unusable` (printed, in a layout that is not known). A form that is not printed has no row.
select
    tab.filing_id,
    tab.form,
    case
        when bool_or(tab.status = 'read') then 'read'
        when bool_or(tab.status = 'empty') then 'empty'
        else 'unusable'
    end as status
from "staging"."stg_printed_table" as tab
inner join "staging"."stg_filing" as filing on tab.filing_id = filing.filing_id and filing.is_current
where tab.form is not null
group by tab.filing_id, tab.form;

create table staging.stg_line_item as
-- One row a line item, as read: typed, with the side of a two-sided form, the code and what its length says.
with item as (
    select
        item.*,
        forms.key_kind,
        forms.fund,
        forms.fund_zh,
        line.level as line_level,
        line.label_zh as line_zh,
        case
            when forms.key_kind = 'line' and item.row_key like 'income.%' then 'income'
            when forms.key_kind = 'line' and item.row_key like 'expenditure.%' then 'expenditure'
        end as side,
        case
            when forms.key_kind in ('function', 'economic') and line.row_key is null then item.row_key
            when regexp_full_match(item.row_key, 'expenditure[.][0-9]+') then substr(item.row_key, 13)
        end as code
    from "raw"."line_item" as item
    left join "seeds"."forms" as forms on item.form = forms.form
    left join "seeds"."form_lines" as line on item.form = line.form and item.row_key = line.row_key
)
select
    *,
    coalesce(line_level, case
        when not regexp_full_match(code, '[0-9]+') then 'other'
        when length(code) = 3 then 'class'
        when length(code) = 5 then 'group'
        when length(code) = 7 then 'item'
        else 'other'
    end) as level,
    case when regexp_full_match(code, '[0-9]{3,}') then left(code, 3) end as code_class
from item;

create table intermediate.int_cell as
-- One row a cell of a current filing that a sum may count, printed or not. A code printed twice counts twice; a
-- total or named line printed twice (on the next page) counts once, at its first printed place.
-- `amount_cny` is yuan, or the count where the unit is one; `step_cny` is the worth of the last printed digit.
select
    item.filing_id,
    filing.fiscal_year,
    item.form,
    item.key_kind,
    item.row_key,
    item.row_label,
    item.code,
    item.measure,
    item.occurrence,
    case
        when item.value_source = 'unread' then 'unread'
        when item.value is null then 'blank'
        when units.unit is null or (units.kind = 'money' and item.amount_cny is null) then 'unread'
        when units.kind = 'money' and tab.decimals is null then 'unread'
        else 'printed'
    end as state,
    case
        when units.kind = 'count' then cast(item.value as decimal(24, 6))
        else cast(item.amount_cny as decimal(24, 6))
    end as amount_cny,
    case
        when units.kind = 'count' then cast(1 as decimal(24, 6))
        else cast(units.factor_cny / power(10, tab.decimals) as decimal(24, 6))
    end as step_cny,
    coalesce(units.kind = 'count', false) as is_count,
    item.value_source,
    item.raw_text,
    item.unit,
    item.page,
    item.sheet,
    item.table_no,
    item.row_no,
    item.col_no,
    item.line_no
from "staging"."stg_line_item" as item
inner join "staging"."stg_filing" as filing on item.filing_id = filing.filing_id and filing.is_current
left join "staging"."stg_printed_table" as tab
    on item.filing_id = tab.filing_id and item.table_no = tab.table_no
left join "seeds"."units" as units on item.unit = units.unit
qualify
    item.code is not null
    or row_number() over (
        partition by item.filing_id, item.form, item.row_key, item.measure
        order by item.value is null and item.value_source <> 'unread', item.occurrence asc
    ) = 1;

create table intermediate.int_key as
-- One row a row and column of a form that a filing has; `is_marked` where anything is printed there.
select
    filing_id,
    form,
    row_key,
    measure,
    bool_or(state <> 'blank') as is_marked
from "intermediate"."int_cell"
group by filing_id, form, row_key, measure;

create table intermediate.int_parent as
-- Which row each row adds up to: the nearest row above it that the filing has, blank or not. Codes hang below their
-- prefixes, economic classes below personnel or office expenditure, named lines as the seed says. A row whose
-- parent the filing lacks at every level keeps the nearest, so that the sum is known to miss its total.
with here as (
    select distinct filing_id, fiscal_year, form, key_kind, row_key, code from "intermediate"."int_cell"
),
above as (
    select here.filing_id, here.form, here.row_key, left(here.code, size.n) as ancestor, 10 - size.n as distance
    from here
    cross join (values (3), (5), (7)) as size (n)
    where here.key_kind <> 'line' and length(here.code) > size.n and regexp_full_match(here.code, '[0-9]+')
    union all
    select here.filing_id, here.form, here.row_key, 'total' as ancestor, 9 as distance
    from here
    where here.key_kind = 'function' and here.row_key <> 'total'
    union all
    select here.filing_id, here.form, here.row_key, groups.group_key as ancestor, 9 as distance
    from here
    inner join "seeds"."economic_groups" as groups
        on here.code = groups.class_code
            and here.fiscal_year between coalesce(groups.fy_from, 0) and coalesce(groups.fy_to, 9999)
    where here.key_kind = 'economic'
    union all
    select here.filing_id, here.form, here.row_key, line.parent_key as ancestor, 1 as distance
    from here
    inner join "seeds"."form_lines" as line on here.form = line.form and here.row_key = line.row_key
    where line.parent_key is not null
    union all
    select here.filing_id, here.form, here.row_key, higher.parent_key as ancestor, 2 as distance
    from here
    inner join "seeds"."form_lines" as line on here.form = line.form and here.row_key = line.row_key
    inner join "seeds"."form_lines" as higher on line.form = higher.form and line.parent_key = higher.row_key
    where higher.parent_key is not null
    union all
    select here.filing_id, here.form, here.row_key, 'expenditure.expenditure_total' as ancestor, 1 as distance
    from here
    where here.key_kind = 'line' and here.code is not null
)
select
    above.filing_id,
    above.form,
    above.row_key,
    arg_min(above.ancestor, above.distance + case when here.row_key is null then 100 else 0 end) as parent_key
from above
left join here on above.filing_id = here.filing_id and above.form = here.form and above.ancestor = here.row_key
group by above.filing_id, above.form, above.row_key;

create table intermediate.int_leaf_count as
-- How many rounded values stand below each row and column of the forms whose subtotals some filings re-add:
-- `n_leaves` printed leaves of the column; `n_parts` for a total column, the printed leaves of the columns it adds up.
with leaf as (
    select
        cell.filing_id,
        cell.form,
        cell.row_key,
        cell.measure,
        measures.role
    from "intermediate"."int_cell" as cell
    inner join "seeds"."measures" as measures on cell.form = measures.form and cell.measure = measures.measure
    anti join "intermediate"."int_parent" as parent
        on cell.filing_id = parent.filing_id and cell.form = parent.form and cell.row_key = parent.parent_key
    where
        cell.form in ('income_by_function', 'expenditure_by_function', 'general_budget_by_function')
        and cell.state = 'printed'
)
select
    node.filing_id,
    node.form,
    node.row_key,
    node.measure,
    count(*) filter (where node.measure = leaf.measure) as n_leaves,
    count(*) filter (where node.measure = 'total' and leaf.role = 'part') as n_parts
from "intermediate"."int_key" as node
inner join leaf
    on node.filing_id = leaf.filing_id and node.form = leaf.form
        and (node.row_key = 'total' or starts_with(leaf.row_key, node.row_key))
group by node.filing_id, node.form, node.row_key, node.measure;

create table intermediate.int_term as
-- One row a cell of an equation: the terms of all rules, with what is printed there and where. `state`: `printed`,
-- `blank` (the cell is there and holds nothing), `unread`, `unlisted` (a code that a table does not list, or a table
-- printed empty: a statement of zero) or `missing` (a row, column or form that the filing does not have).
with  __dbt__cte__rule_a_01_inc as (
-- 01: 本年收入合计 = Σ source lines.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'income_expenditure_summary'
        and tree.parent_key = 'income.income_total'
)
select
    'A-01-INC' as rule_id,
    filing_id,
    'income_expenditure_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'income_expenditure_summary' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-01-INC' as rule_id,
    filing_id,
    'income_expenditure_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'income_expenditure_summary' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_01_exp as (
-- 01: 本年支出合计 = Σ class lines.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'income_expenditure_summary'
        and tree.parent_key = 'expenditure.expenditure_total'
)
select
    'A-01-EXP' as rule_id,
    filing_id,
    'income_expenditure_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'income_expenditure_summary' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-01-EXP' as rule_id,
    filing_id,
    'income_expenditure_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'income_expenditure_summary' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_01_toti as (
-- 01: 总计 = 本年收入合计 + 使用非财政拨款结余 + 年初结转和结余.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'income_expenditure_summary'
        and tree.parent_key = 'income.grand_total'
)
select
    'A-01-TOTI' as rule_id,
    filing_id,
    'income_expenditure_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'income_expenditure_summary' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-01-TOTI' as rule_id,
    filing_id,
    'income_expenditure_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'income_expenditure_summary' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_01_tote as (
-- 01: 总计 = 本年支出合计 + 结余分配 + 年末结转和结余.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'income_expenditure_summary'
        and tree.parent_key = 'expenditure.grand_total'
)
select
    'A-01-TOTE' as rule_id,
    filing_id,
    'income_expenditure_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'income_expenditure_summary' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-01-TOTE' as rule_id,
    filing_id,
    'income_expenditure_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'income_expenditure_summary' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_01_bal as (
-- 01: the grand totals of both sides.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional) as (
    values
    ('grand_total', '=', 'left', 1, 'income_expenditure_summary', 'income.grand_total', 'amount', false),
    ('grand_total', '=', 'right', 1, 'income_expenditure_summary', 'expenditure.grand_total', 'amount', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'A-01-BAL' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_a_02_v as (
-- 02: 合计 = Σ类; 类 = Σ款; 款 = Σ项, each column.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'income_by_function'
)
select
    'A-02-V' as rule_id,
    filing_id,
    'income_by_function|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'income_by_function' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-02-V' as rule_id,
    filing_id,
    'income_by_function|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'income_by_function' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_02_h as (
-- 02: the total column = Σ the other columns, each row.
with cell as (
    select filing_id, row_key, measure, is_marked
    from "intermediate"."int_key"
    where
        form = 'income_by_function' and measure in ('total', 'appropriation', 'superior_subsidy', 'institutional', 'operating', 'affiliated_remittance', 'other')
),
kept as (
    select filing_id, row_key
    from cell
    where
        true
    group by filing_id, row_key
    having
        bool_or(measure in ('appropriation', 'superior_subsidy', 'institutional', 'operating', 'affiliated_remittance', 'other'))
),
term as (
    select filing_id, row_key, 'left' as side, unnest(['total']) as measure
    from kept
    union all
    select kept.filing_id, kept.row_key, 'right' as side, cell.measure
    from kept
    inner join cell on kept.filing_id = cell.filing_id and kept.row_key = cell.row_key
    where cell.measure in ('appropriation', 'superior_subsidy', 'institutional', 'operating', 'affiliated_remittance', 'other')
)
select
    'A-02-H' as rule_id,
    filing_id,
    'income_by_function|' || row_key as equation_key,
    '=' as relation,
    side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'income_by_function' as form,
    row_key,
    measure
from term
),  __dbt__cte__rule_a_03_v as (
-- 03: 合计 = Σ类; 类 = Σ款; 款 = Σ项, each column.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'expenditure_by_function'
)
select
    'A-03-V' as rule_id,
    filing_id,
    'expenditure_by_function|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'expenditure_by_function' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-03-V' as rule_id,
    filing_id,
    'expenditure_by_function|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'expenditure_by_function' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_03_h as (
-- 03: the total column = Σ the other columns, each row.
with cell as (
    select filing_id, row_key, measure, is_marked
    from "intermediate"."int_key"
    where
        form = 'expenditure_by_function' and measure in ('total', 'basic', 'project', 'remitted_to_superior', 'operating', 'subsidy_to_affiliated')
),
kept as (
    select filing_id, row_key
    from cell
    where
        true
    group by filing_id, row_key
    having
        bool_or(measure in ('basic', 'project', 'remitted_to_superior', 'operating', 'subsidy_to_affiliated'))
),
term as (
    select filing_id, row_key, 'left' as side, unnest(['total']) as measure
    from kept
    union all
    select kept.filing_id, kept.row_key, 'right' as side, cell.measure
    from kept
    inner join cell on kept.filing_id = cell.filing_id and kept.row_key = cell.row_key
    where cell.measure in ('basic', 'project', 'remitted_to_superior', 'operating', 'subsidy_to_affiliated')
)
select
    'A-03-H' as rule_id,
    filing_id,
    'expenditure_by_function|' || row_key as equation_key,
    '=' as relation,
    side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'expenditure_by_function' as form,
    row_key,
    measure
from term
),  __dbt__cte__rule_a_04_inc as (
-- 04: 本年收入合计 = Σ of the three budgets.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'appropriation_summary'
        and tree.parent_key = 'income.income_total'
)
select
    'A-04-INC' as rule_id,
    filing_id,
    'appropriation_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-04-INC' as rule_id,
    filing_id,
    'appropriation_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_04_exp as (
-- 04: 本年支出合计 = Σ class lines, each column.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'appropriation_summary'
        and tree.parent_key = 'expenditure.expenditure_total'
)
select
    'A-04-EXP' as rule_id,
    filing_id,
    'appropriation_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-04-EXP' as rule_id,
    filing_id,
    'appropriation_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_04_h as (
-- 04: 合计 = 一般 + 基金 + 国资, the rows of the expenditure side that print anything.
with cell as (
    select filing_id, row_key, measure, is_marked
    from "intermediate"."int_key"
    where
        form = 'appropriation_summary' and measure in ('total', 'general_budget', 'government_fund', 'state_capital')
        and row_key like 'expenditure.%'
),
kept as (
    select filing_id, row_key
    from cell
    where
        true
    group by filing_id, row_key
    having
        bool_or(measure in ('general_budget', 'government_fund', 'state_capital'))
        and bool_or(is_marked)
),
term as (
    select filing_id, row_key, 'left' as side, unnest(['total']) as measure
    from kept
    union all
    select kept.filing_id, kept.row_key, 'right' as side, cell.measure
    from kept
    inner join cell on kept.filing_id = cell.filing_id and kept.row_key = cell.row_key
    where cell.measure in ('general_budget', 'government_fund', 'state_capital')
)
select
    'A-04-H' as rule_id,
    filing_id,
    'appropriation_summary|' || row_key as equation_key,
    '=' as relation,
    side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    row_key,
    measure
from term
),  __dbt__cte__rule_a_04_open as (
-- 04: 年初 = Σ of the three budgets.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'appropriation_summary'
        and tree.parent_key = 'income.opening_balance'
)
select
    'A-04-OPEN' as rule_id,
    filing_id,
    'appropriation_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-04-OPEN' as rule_id,
    filing_id,
    'appropriation_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_04_toti as (
-- 04: 总计 = 本年收入 + 年初.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'appropriation_summary'
        and tree.parent_key = 'income.grand_total'
)
select
    'A-04-TOTI' as rule_id,
    filing_id,
    'appropriation_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-04-TOTI' as rule_id,
    filing_id,
    'appropriation_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_04_tote as (
-- 04: 总计 = 本年支出 + 年末, the total column; A-04-TOTF has the columns of the budgets.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'appropriation_summary'
        and tree.parent_key = 'expenditure.grand_total'
        and node.measure in ('total')
)
select
    'A-04-TOTE' as rule_id,
    filing_id,
    'appropriation_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-04-TOTE' as rule_id,
    filing_id,
    'appropriation_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_04_bal as (
-- 04: the grand totals of both sides.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional) as (
    values
    ('grand_total', '=', 'left', 1, 'appropriation_summary', 'income.grand_total', 'total', false),
    ('grand_total', '=', 'right', 1, 'appropriation_summary', 'expenditure.grand_total', 'total', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'A-04-BAL' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_a_04_totf as (
-- 04: 总计 = 本年支出 + 年末, for each of the three budgets.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'appropriation_summary'
        and tree.parent_key = 'expenditure.grand_total'
        and node.measure in ('general_budget', 'government_fund', 'state_capital')
)
select
    'A-04-TOTF' as rule_id,
    filing_id,
    'appropriation_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-04-TOTF' as rule_id,
    filing_id,
    'appropriation_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_04_balf as (
-- 04: for each budget, 总计 of its column = its 本年收入 + its 年初.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional) as (
    values
    ('general_budget', '=', 'left', 1, 'appropriation_summary', 'expenditure.grand_total', 'general_budget', false),
    ('general_budget', '=', 'right', 1, 'appropriation_summary', 'income.general_budget', 'total', true),
    ('general_budget', '=', 'right', 1, 'appropriation_summary', 'income.opening_balance.general_budget', 'total', true),
    ('government_fund', '=', 'left', 1, 'appropriation_summary', 'expenditure.grand_total', 'government_fund', false),
    ('government_fund', '=', 'right', 1, 'appropriation_summary', 'income.government_fund', 'total', true),
    ('government_fund', '=', 'right', 1, 'appropriation_summary', 'income.opening_balance.government_fund', 'total', true),
    ('state_capital', '=', 'left', 1, 'appropriation_summary', 'expenditure.grand_total', 'state_capital', false),
    ('state_capital', '=', 'right', 1, 'appropriation_summary', 'income.state_capital', 'total', true),
    ('state_capital', '=', 'right', 1, 'appropriation_summary', 'income.opening_balance.state_capital', 'total', true)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'A-04-BALF' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_a_05_v as (
-- 05: 合计 = Σ类; 类 = Σ款; 款 = Σ项, each column.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'general_budget_by_function'
)
select
    'A-05-V' as rule_id,
    filing_id,
    'general_budget_by_function|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'general_budget_by_function' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-05-V' as rule_id,
    filing_id,
    'general_budget_by_function|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'general_budget_by_function' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_05_h as (
-- 05: the total column = Σ the other columns, each row.
with cell as (
    select filing_id, row_key, measure, is_marked
    from "intermediate"."int_key"
    where
        form = 'general_budget_by_function' and measure in ('total', 'basic', 'project')
),
kept as (
    select filing_id, row_key
    from cell
    where
        true
    group by filing_id, row_key
    having
        bool_or(measure in ('basic', 'project'))
),
term as (
    select filing_id, row_key, 'left' as side, unnest(['total']) as measure
    from kept
    union all
    select kept.filing_id, kept.row_key, 'right' as side, cell.measure
    from kept
    inner join cell on kept.filing_id = cell.filing_id and kept.row_key = cell.row_key
    where cell.measure in ('basic', 'project')
)
select
    'A-05-H' as rule_id,
    filing_id,
    'general_budget_by_function|' || row_key as equation_key,
    '=' as relation,
    side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'general_budget_by_function' as form,
    row_key,
    measure
from term
),  __dbt__cte__rule_a_05_row as (
-- 05: 年初 + 本年收入 = 本年支出 + 年末, each row, in layouts that print balances.
with cell as (
    select filing_id, row_key, measure, is_marked
    from "intermediate"."int_key"
    where
        form = 'general_budget_by_function' and measure in ('opening_balance', 'income', 'total', 'closing_balance')
),
kept as (
    select filing_id, row_key
    from cell
    where
        true
        and filing_id in (select layout.filing_id from cell as layout where layout.measure = 'opening_balance')
        and filing_id in (select layout.filing_id from cell as layout where layout.measure = 'closing_balance')
    group by filing_id, row_key
    having
        bool_or(measure in ('total', 'closing_balance'))
),
term as (
    select filing_id, row_key, 'left' as side, unnest(['opening_balance', 'income']) as measure
    from kept
    union all
    select kept.filing_id, kept.row_key, 'right' as side, cell.measure
    from kept
    inner join cell on kept.filing_id = cell.filing_id and kept.row_key = cell.row_key
    where cell.measure in ('total', 'closing_balance')
)
select
    'A-05-ROW' as rule_id,
    filing_id,
    'general_budget_by_function|' || row_key as equation_key,
    '=' as relation,
    side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'general_budget_by_function' as form,
    row_key,
    measure
from term
),  __dbt__cte__rule_a_06_sum as (
-- 06: 类 = Σ款.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'basic_expenditure_by_economic'
        and tree.parent_key similar to '[0-9]{3}'
)
select
    'A-06-SUM' as rule_id,
    filing_id,
    'basic_expenditure_by_economic|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'basic_expenditure_by_economic' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-06-SUM' as rule_id,
    filing_id,
    'basic_expenditure_by_economic|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'basic_expenditure_by_economic' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_06_pers as (
-- 06: 人员经费合计 = 301 + 303.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'basic_expenditure_by_economic'
        and tree.parent_key = 'personnel_total'
)
select
    'A-06-PERS' as rule_id,
    filing_id,
    'basic_expenditure_by_economic|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'basic_expenditure_by_economic' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-06-PERS' as rule_id,
    filing_id,
    'basic_expenditure_by_economic|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'basic_expenditure_by_economic' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_06_pub as (
-- 06: 公用经费合计 = 302 + 307 + 310 + 312 + 313 + 399; by years of the classification, see economic_groups.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'basic_expenditure_by_economic'
        and tree.parent_key = 'office_total'
)
select
    'A-06-PUB' as rule_id,
    filing_id,
    'basic_expenditure_by_economic|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'basic_expenditure_by_economic' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-06-PUB' as rule_id,
    filing_id,
    'basic_expenditure_by_economic|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'basic_expenditure_by_economic' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_06_tot as (
-- 06: 合计 = 人员经费合计 + 公用经费合计, where it is printed.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'basic_expenditure_by_economic'
        and tree.parent_key = 'total'
        and (tree.filing_id, tree.form, tree.parent_key) in (
            select (higher.filing_id, higher.form, higher.row_key) from "intermediate"."int_key" as higher
        )
)
select
    'A-06-TOT' as rule_id,
    filing_id,
    'basic_expenditure_by_economic|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'basic_expenditure_by_economic' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-06-TOT' as rule_id,
    filing_id,
    'basic_expenditure_by_economic|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'basic_expenditure_by_economic' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_07_v as (
-- 07: 合计 = Σ类; 类 = Σ款; 款 = Σ项, each column.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'government_fund_by_function'
)
select
    'A-07-V' as rule_id,
    filing_id,
    'government_fund_by_function|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'government_fund_by_function' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-07-V' as rule_id,
    filing_id,
    'government_fund_by_function|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'government_fund_by_function' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_07_h as (
-- 07: the total column = Σ the other columns, each row.
with cell as (
    select filing_id, row_key, measure, is_marked
    from "intermediate"."int_key"
    where
        form = 'government_fund_by_function' and measure in ('total', 'basic', 'project')
),
kept as (
    select filing_id, row_key
    from cell
    where
        true
    group by filing_id, row_key
    having
        bool_or(measure in ('basic', 'project'))
),
term as (
    select filing_id, row_key, 'left' as side, unnest(['total']) as measure
    from kept
    union all
    select kept.filing_id, kept.row_key, 'right' as side, cell.measure
    from kept
    inner join cell on kept.filing_id = cell.filing_id and kept.row_key = cell.row_key
    where cell.measure in ('basic', 'project')
)
select
    'A-07-H' as rule_id,
    filing_id,
    'government_fund_by_function|' || row_key as equation_key,
    '=' as relation,
    side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'government_fund_by_function' as form,
    row_key,
    measure
from term
),  __dbt__cte__rule_a_07_row as (
-- 07: 年初 + 本年收入 = 本年支出 + 年末, each row, in layouts that print balances.
with cell as (
    select filing_id, row_key, measure, is_marked
    from "intermediate"."int_key"
    where
        form = 'government_fund_by_function' and measure in ('opening_balance', 'income', 'total', 'closing_balance')
),
kept as (
    select filing_id, row_key
    from cell
    where
        true
        and filing_id in (select layout.filing_id from cell as layout where layout.measure = 'opening_balance')
        and filing_id in (select layout.filing_id from cell as layout where layout.measure = 'closing_balance')
    group by filing_id, row_key
    having
        bool_or(measure in ('total', 'closing_balance'))
),
term as (
    select filing_id, row_key, 'left' as side, unnest(['opening_balance', 'income']) as measure
    from kept
    union all
    select kept.filing_id, kept.row_key, 'right' as side, cell.measure
    from kept
    inner join cell on kept.filing_id = cell.filing_id and kept.row_key = cell.row_key
    where cell.measure in ('total', 'closing_balance')
)
select
    'A-07-ROW' as rule_id,
    filing_id,
    'government_fund_by_function|' || row_key as equation_key,
    '=' as relation,
    side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'government_fund_by_function' as form,
    row_key,
    measure
from term
),  __dbt__cte__rule_a_08_v as (
-- 08: 合计 = Σ类; 类 = Σ款; 款 = Σ项, each column.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'state_capital_by_function'
)
select
    'A-08-V' as rule_id,
    filing_id,
    'state_capital_by_function|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'state_capital_by_function' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-08-V' as rule_id,
    filing_id,
    'state_capital_by_function|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'state_capital_by_function' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_08_h as (
-- 08: the total column = Σ the other columns, each row.
with cell as (
    select filing_id, row_key, measure, is_marked
    from "intermediate"."int_key"
    where
        form = 'state_capital_by_function' and measure in ('total', 'basic', 'project')
),
kept as (
    select filing_id, row_key
    from cell
    where
        true
    group by filing_id, row_key
    having
        bool_or(measure in ('basic', 'project'))
),
term as (
    select filing_id, row_key, 'left' as side, unnest(['total']) as measure
    from kept
    union all
    select kept.filing_id, kept.row_key, 'right' as side, cell.measure
    from kept
    inner join cell on kept.filing_id = cell.filing_id and kept.row_key = cell.row_key
    where cell.measure in ('basic', 'project')
)
select
    'A-08-H' as rule_id,
    filing_id,
    'state_capital_by_function|' || row_key as equation_key,
    '=' as relation,
    side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'state_capital_by_function' as form,
    row_key,
    measure
from term
),  __dbt__cte__rule_a_08_row as (
-- 08: 年初 + 本年收入 = 本年支出 + 年末, each row, in layouts that print balances.
with cell as (
    select filing_id, row_key, measure, is_marked
    from "intermediate"."int_key"
    where
        form = 'state_capital_by_function' and measure in ('opening_balance', 'income', 'total', 'closing_balance')
),
kept as (
    select filing_id, row_key
    from cell
    where
        true
        and filing_id in (select layout.filing_id from cell as layout where layout.measure = 'opening_balance')
        and filing_id in (select layout.filing_id from cell as layout where layout.measure = 'closing_balance')
    group by filing_id, row_key
    having
        bool_or(measure in ('total', 'closing_balance'))
),
term as (
    select filing_id, row_key, 'left' as side, unnest(['opening_balance', 'income']) as measure
    from kept
    union all
    select kept.filing_id, kept.row_key, 'right' as side, cell.measure
    from kept
    inner join cell on kept.filing_id = cell.filing_id and kept.row_key = cell.row_key
    where cell.measure in ('total', 'closing_balance')
)
select
    'A-08-ROW' as rule_id,
    filing_id,
    'state_capital_by_function|' || row_key as equation_key,
    '=' as relation,
    side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'state_capital_by_function' as form,
    row_key,
    measure
from term
),  __dbt__cte__rule_a_09 as (
-- 09: 合计 = 出国 + 公车小计 + 接待; 公车小计 = 购置 + 运行; budget and final.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'three_public'
)
select
    'A-09' as rule_id,
    filing_id,
    'three_public|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'three_public' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-09' as rule_id,
    filing_id,
    'three_public|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'three_public' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_10_proc as (
-- 10: 采购合计 = 货物 + 工程 + 服务.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'disclosure_statistics'
        and tree.parent_key = 'procurement.total'
)
select
    'A-10-PROC' as rule_id,
    filing_id,
    'disclosure_statistics|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'disclosure_statistics' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-10-PROC' as rule_id,
    filing_id,
    'disclosure_statistics|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'disclosure_statistics' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_10_cars as (
-- 10: 车辆合计 = Σ kinds. Counts agree exactly.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'disclosure_statistics'
        and tree.parent_key = 'vehicles.total'
)
select
    'A-10-CARS' as rule_id,
    filing_id,
    'disclosure_statistics|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'disclosure_statistics' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-10-CARS' as rule_id,
    filing_id,
    'disclosure_statistics|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'disclosure_statistics' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_b_01_02 as (
-- 01 本年收入合计 = 02 合计.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional) as (
    values
    ('income_total', '=', 'left', 1, 'income_expenditure_summary', 'income.income_total', 'amount', false),
    ('income_total', '=', 'right', 1, 'income_by_function', 'total', 'total', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-01-02' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_b_01_02f as (
-- 02 财政拨款收入 = Σ of the three appropriation lines of 01.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional) as (
    values
    ('appropriation', '=', 'left', 1, 'income_by_function', 'total', 'appropriation', false),
    ('appropriation', '=', 'right', 1, 'income_expenditure_summary', 'income.general_budget', 'amount', true),
    ('appropriation', '=', 'right', 1, 'income_expenditure_summary', 'income.government_fund', 'amount', true),
    ('appropriation', '=', 'right', 1, 'income_expenditure_summary', 'income.state_capital', 'amount', true)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-01-02F' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_b_01_02c as (
-- 01 line = 02 column, for the sources that are no appropriation.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional) as (
    values
    ('superior_subsidy', '=', 'left', 1, 'income_expenditure_summary', 'income.superior_subsidy', 'amount', false),
    ('superior_subsidy', '=', 'right', 1, 'income_by_function', 'total', 'superior_subsidy', false),
    ('institutional', '=', 'left', 1, 'income_expenditure_summary', 'income.institutional', 'amount', false),
    ('institutional', '=', 'right', 1, 'income_by_function', 'total', 'institutional', false),
    ('operating', '=', 'left', 1, 'income_expenditure_summary', 'income.operating', 'amount', false),
    ('operating', '=', 'right', 1, 'income_by_function', 'total', 'operating', false),
    ('affiliated_remittance', '=', 'left', 1, 'income_expenditure_summary', 'income.affiliated_remittance', 'amount', false),
    ('affiliated_remittance', '=', 'right', 1, 'income_by_function', 'total', 'affiliated_remittance', false),
    ('other', '=', 'left', 1, 'income_expenditure_summary', 'income.other', 'amount', false),
    ('other', '=', 'right', 1, 'income_by_function', 'total', 'other', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-01-02C' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_b_01_03 as (
-- 01 本年支出合计 = 03 合计.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional) as (
    values
    ('expenditure_total', '=', 'left', 1, 'income_expenditure_summary', 'expenditure.expenditure_total', 'amount', false),
    ('expenditure_total', '=', 'right', 1, 'expenditure_by_function', 'total', 'total', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-01-03' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_b_01_03l as (
-- 01 class line = 03 类 row.
with side (side, form, prefix, measure) as (
    values
    ('left', 'income_expenditure_summary', 'expenditure.', 'amount'),
    ('right', 'expenditure_by_function', '', 'total')
),
with_both as (
    select form.filing_id
    from "intermediate"."int_form" as form
    inner join side on form.form = side.form
    where form.status <> 'unusable'
    group by form.filing_id
    having count(*) = 2
),
class as (
    select node.filing_id, right(node.row_key, 3) as class_code
    from "intermediate"."int_key" as node
    inner join side on node.form = side.form and node.measure = side.measure
    where
        regexp_full_match(node.row_key, replace(side.prefix, '.', '[.]') || '[0-9]{3}')
    group by node.filing_id, class_code
)
select
    'B-01-03L' as rule_id,
    class.filing_id,
    'income_expenditure_summary|' || class.class_code || '|amount' as equation_key,
    '=' as relation,
    side.side,
    1 as coefficient,
    class.filing_id as cell_filing_id,
    side.form,
    side.prefix || class.class_code as row_key,
    side.measure
from class
inner join with_both on class.filing_id = with_both.filing_id
cross join side
),  __dbt__cte__rule_b_01_04 as (
-- 01 lines 1 to 3 = 04 lines 1 to 3, those that print anything.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional) as (
    values
    ('general_budget', '=', 'left', 1, 'income_expenditure_summary', 'income.general_budget', 'amount', false),
    ('general_budget', '=', 'right', 1, 'appropriation_summary', 'income.general_budget', 'total', false),
    ('government_fund', '=', 'left', 1, 'income_expenditure_summary', 'income.government_fund', 'amount', false),
    ('government_fund', '=', 'right', 1, 'appropriation_summary', 'income.government_fund', 'total', false),
    ('state_capital', '=', 'left', 1, 'income_expenditure_summary', 'income.state_capital', 'amount', false),
    ('state_capital', '=', 'right', 1, 'appropriation_summary', 'income.state_capital', 'total', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-01-04' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
    and bool_or(is_marked) over equation
),  __dbt__cte__rule_b_01_04l as (
-- 04 class line <= 01 class line.
with side (side, form, prefix, measure) as (
    values
    ('left', 'appropriation_summary', 'expenditure.', 'total'),
    ('right', 'income_expenditure_summary', 'expenditure.', 'amount')
),
with_both as (
    select form.filing_id
    from "intermediate"."int_form" as form
    inner join side on form.form = side.form
    where form.status <> 'unusable'
    group by form.filing_id
    having count(*) = 2
),
class as (
    select node.filing_id, right(node.row_key, 3) as class_code
    from "intermediate"."int_key" as node
    inner join side on node.form = side.form and node.measure = side.measure
    where
        regexp_full_match(node.row_key, replace(side.prefix, '.', '[.]') || '[0-9]{3}')
        and side.side = 'left'
    group by node.filing_id, class_code
)
select
    'B-01-04L' as rule_id,
    class.filing_id,
    'appropriation_summary|' || class.class_code || '|total' as equation_key,
    '<=' as relation,
    side.side,
    1 as coefficient,
    class.filing_id as cell_filing_id,
    side.form,
    side.prefix || class.class_code as row_key,
    side.measure
from class
inner join with_both on class.filing_id = with_both.filing_id
cross join side
),  __dbt__cte__rule_b_01_04s as (
-- 04 年初, 年末 <= 01 年初, 年末.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional) as (
    values
    ('opening_balance', '<=', 'left', 1, 'appropriation_summary', 'income.opening_balance', 'total', false),
    ('opening_balance', '<=', 'right', 1, 'income_expenditure_summary', 'income.opening_balance', 'amount', false),
    ('closing_balance', '<=', 'left', 1, 'appropriation_summary', 'expenditure.closing_balance', 'total', false),
    ('closing_balance', '<=', 'right', 1, 'income_expenditure_summary', 'expenditure.closing_balance', 'amount', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-01-04S' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_b_02_03 as (
-- 02 row = 03 row, in filings without carry-over and without use of surplus.
with carry_over as (
    select distinct filing_id
    from "intermediate"."int_cell"
    where
        form = 'income_expenditure_summary'
        and row_key in (
            'income.surplus_used', 'income.opening_balance', 'expenditure.surplus_distributed',
            'expenditure.closing_balance'
        )
        and (state = 'unread' or amount_cny <> 0)
),
with_forms as (
    select filing_id
    from "intermediate"."int_form"
    where
        form in ('income_expenditure_summary', 'income_by_function', 'expenditure_by_function')
        and status <> 'unusable'
    group by filing_id
    having count(*) = 3
),
side (side, form) as (
    values ('left', 'income_by_function'), ('right', 'expenditure_by_function')
)
select distinct
    'B-02-03' as rule_id,
    node.filing_id,
    node.row_key || '|total' as equation_key,
    '=' as relation,
    side.side,
    1 as coefficient,
    node.filing_id as cell_filing_id,
    side.form,
    node.row_key,
    node.measure
from "intermediate"."int_key" as node
inner join with_forms on node.filing_id = with_forms.filing_id
anti join carry_over on node.filing_id = carry_over.filing_id
cross join side
where node.form in ('income_by_function', 'expenditure_by_function') and node.measure = 'total'
),  __dbt__cte__rule_b_02_04 as (
-- 02 财政拨款 合计 = 04 本年收入合计.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional) as (
    values
    ('appropriation', '=', 'left', 1, 'income_by_function', 'total', 'appropriation', false),
    ('appropriation', '=', 'right', 1, 'appropriation_summary', 'income.income_total', 'total', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-02-04' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_b_03_05 as (
-- 05 + 07 + 08 row <= 03 row, each of 合计, 基本, 项目.
-- Where both totals are equal there is no other money, and every row and column is equal.
with fund (form) as (
    values ('general_budget_by_function'), ('government_fund_by_function'), ('state_capital_by_function')
),
cell as (
    select node.filing_id, node.form, node.row_key, node.measure
    from "intermediate"."int_key" as node
    semi join fund on node.form = fund.form
    where node.measure in ('total', 'basic', 'project')
),
filing as (
    select form.filing_id
    from "intermediate"."int_form" as form
    where form.form in ('expenditure_by_function', 'general_budget_by_function') and form.status <> 'unusable'
    group by form.filing_id
    having count(*) = 2
),
relation as (
    select
        filing.filing_id,
        case
            when
                sum(total.amount_cny) filter (where total.form = 'expenditure_by_function')
                = sum(total.amount_cny) filter (where total.form <> 'expenditure_by_function')
                then '='
            else '<='
        end as relation
    from filing
    left join "intermediate"."int_cell" as total
        on filing.filing_id = total.filing_id and total.row_key = 'total' and total.measure = 'total'
            and (total.form = 'expenditure_by_function' or total.form in (select fund.form from fund))
    group by filing.filing_id
),
key as (
    select relation.filing_id, relation.relation, node.row_key, node.measure
    from relation
    inner join "intermediate"."int_key" as node on relation.filing_id = node.filing_id
    where
        node.measure in ('total', 'basic', 'project')
        and (
            node.form in (select fund.form from fund)
            or (relation.relation = '=' and node.form = 'expenditure_by_function')
        )
    group by relation.filing_id, relation.relation, node.row_key, node.measure
),
term as (
    select key.*, 'right' as side, 'expenditure_by_function' as form
    from key
    union all
    select key.*, 'left' as side, 'general_budget_by_function' as form
    from key
    union all
    select key.*, 'left' as side, cell.form
    from key
    inner join cell using (filing_id, row_key, measure)
    where cell.form <> 'general_budget_by_function'
)
select
    'B-03-05' as rule_id,
    filing_id,
    row_key || '|' || measure as equation_key,
    relation,
    side,
    1 as coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
),  __dbt__cte__rule_b_04_05 as (
-- 04 本年支出合计, general budget = 05 合计.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional) as (
    values
    ('general_budget', '=', 'left', 1, 'appropriation_summary', 'expenditure.expenditure_total', 'general_budget', false),
    ('general_budget', '=', 'right', 1, 'general_budget_by_function', 'total', 'total', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-04-05' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_b_04_05l as (
-- 04 class line, general budget = 05 类 row, the classes that print anything.
with side (side, form, prefix, measure) as (
    values
    ('left', 'appropriation_summary', 'expenditure.', 'general_budget'),
    ('right', 'general_budget_by_function', '', 'total')
),
with_both as (
    select form.filing_id
    from "intermediate"."int_form" as form
    inner join side on form.form = side.form
    where form.status <> 'unusable'
    group by form.filing_id
    having count(*) = 2
),
class as (
    select node.filing_id, right(node.row_key, 3) as class_code
    from "intermediate"."int_key" as node
    inner join side on node.form = side.form and node.measure = side.measure
    where
        regexp_full_match(node.row_key, replace(side.prefix, '.', '[.]') || '[0-9]{3}')
    group by node.filing_id, class_code
    having bool_or(node.is_marked)
)
select
    'B-04-05L' as rule_id,
    class.filing_id,
    'appropriation_summary|' || class.class_code || '|general_budget' as equation_key,
    '=' as relation,
    side.side,
    1 as coefficient,
    class.filing_id as cell_filing_id,
    side.form,
    side.prefix || class.class_code as row_key,
    side.measure
from class
inner join with_both on class.filing_id = with_both.filing_id
cross join side
),  __dbt__cte__rule_b_04_07 as (
-- 04 column of the government fund budget = 07 小计 合计; income and balances too.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional) as (
    values
    ('total', '=', 'left', 1, 'appropriation_summary', 'expenditure.expenditure_total', 'government_fund', false),
    ('total', '=', 'right', 1, 'government_fund_by_function', 'total', 'total', false),
    ('opening_balance', '=', 'left', 1, 'appropriation_summary', 'income.opening_balance.government_fund', 'total', false),
    ('opening_balance', '=', 'right', 1, 'government_fund_by_function', 'total', 'opening_balance', false),
    ('income', '=', 'left', 1, 'appropriation_summary', 'income.government_fund', 'total', false),
    ('income', '=', 'right', 1, 'government_fund_by_function', 'total', 'income', false),
    ('closing_balance', '=', 'left', 1, 'appropriation_summary', 'expenditure.closing_balance', 'government_fund', false),
    ('closing_balance', '=', 'right', 1, 'government_fund_by_function', 'total', 'closing_balance', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-04-07' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_b_04_07l as (
-- 04 class line, government fund budget = 07 类 row, the classes that print anything.
with side (side, form, prefix, measure) as (
    values
    ('left', 'appropriation_summary', 'expenditure.', 'government_fund'),
    ('right', 'government_fund_by_function', '', 'total')
),
with_both as (
    select form.filing_id
    from "intermediate"."int_form" as form
    inner join side on form.form = side.form
    where form.status <> 'unusable'
    group by form.filing_id
    having count(*) = 2
),
class as (
    select node.filing_id, right(node.row_key, 3) as class_code
    from "intermediate"."int_key" as node
    inner join side on node.form = side.form and node.measure = side.measure
    where
        regexp_full_match(node.row_key, replace(side.prefix, '.', '[.]') || '[0-9]{3}')
    group by node.filing_id, class_code
    having bool_or(node.is_marked)
)
select
    'B-04-07L' as rule_id,
    class.filing_id,
    'appropriation_summary|' || class.class_code || '|government_fund' as equation_key,
    '=' as relation,
    side.side,
    1 as coefficient,
    class.filing_id as cell_filing_id,
    side.form,
    side.prefix || class.class_code as row_key,
    side.measure
from class
inner join with_both on class.filing_id = with_both.filing_id
cross join side
),  __dbt__cte__rule_b_04_08 as (
-- 04 column of the state capital budget = 08 合计.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional) as (
    values
    ('total', '=', 'left', 1, 'appropriation_summary', 'expenditure.expenditure_total', 'state_capital', false),
    ('total', '=', 'right', 1, 'state_capital_by_function', 'total', 'total', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-04-08' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_b_04_08l as (
-- 04 class line, state capital budget = 08 类 row, the classes that print anything.
with side (side, form, prefix, measure) as (
    values
    ('left', 'appropriation_summary', 'expenditure.', 'state_capital'),
    ('right', 'state_capital_by_function', '', 'total')
),
with_both as (
    select form.filing_id
    from "intermediate"."int_form" as form
    inner join side on form.form = side.form
    where form.status <> 'unusable'
    group by form.filing_id
    having count(*) = 2
),
class as (
    select node.filing_id, right(node.row_key, 3) as class_code
    from "intermediate"."int_key" as node
    inner join side on node.form = side.form and node.measure = side.measure
    where
        regexp_full_match(node.row_key, replace(side.prefix, '.', '[.]') || '[0-9]{3}')
    group by node.filing_id, class_code
    having bool_or(node.is_marked)
)
select
    'B-04-08L' as rule_id,
    class.filing_id,
    'appropriation_summary|' || class.class_code || '|state_capital' as equation_key,
    '=' as relation,
    side.side,
    1 as coefficient,
    class.filing_id as cell_filing_id,
    side.form,
    side.prefix || class.class_code as row_key,
    side.measure
from class
inner join with_both on class.filing_id = with_both.filing_id
cross join side
),  __dbt__cte__rule_b_05_06 as (
-- 05 基本支出 合计 = 06 人员经费合计 + 公用经费合计.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional) as (
    values
    ('basic', '=', 'left', 1, 'general_budget_by_function', 'total', 'basic', false),
    ('basic', '=', 'right', 1, 'basic_expenditure_by_economic', 'personnel_total', 'amount', true),
    ('basic', '=', 'right', 1, 'basic_expenditure_by_economic', 'office_total', 'amount', true)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-05-06' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_b_06_09 as (
-- 06 30212, 30217, 30231, 31013 <= 09 the same item, final.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional) as (
    values
    ('abroad', '<=', 'left', 1, 'basic_expenditure_by_economic', '30212', 'amount', false),
    ('abroad', '<=', 'right', 1, 'three_public', 'abroad', 'final', false),
    ('reception', '<=', 'left', 1, 'basic_expenditure_by_economic', '30217', 'amount', false),
    ('reception', '<=', 'right', 1, 'three_public', 'reception', 'final', false),
    ('vehicle_operation', '<=', 'left', 1, 'basic_expenditure_by_economic', '30231', 'amount', false),
    ('vehicle_operation', '<=', 'right', 1, 'three_public', 'vehicle_operation', 'final', false),
    ('vehicle_purchase', '<=', 'left', 1, 'basic_expenditure_by_economic', '31013', 'amount', false),
    ('vehicle_purchase', '<=', 'right', 1, 'three_public', 'vehicle_purchase', 'final', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-06-09' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_b_06_10 as (
-- 10 机关运行经费 <= 06 公用经费; equal where the whole unit is 行政 or 参公, which no form says.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional) as (
    values
    ('operating_cost', '<=', 'left', 1, 'disclosure_statistics', 'operating_cost.administrative', 'value', true),
    ('operating_cost', '<=', 'left', 1, 'disclosure_statistics', 'operating_cost.quasi_civil', 'value', true),
    ('operating_cost', '<=', 'right', 1, 'basic_expenditure_by_economic', 'office_total', 'amount', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-06-10' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_b_06_f as (
-- 06 30108 = 05 2080505 基本; 30109 = 2080506; 30113 = 2210201; where both are printed or either is.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional) as (
    values
    ('30108', '=', 'left', 1, 'basic_expenditure_by_economic', '30108', 'amount', false),
    ('30108', '=', 'right', 1, 'general_budget_by_function', '2080505', 'basic', false),
    ('30109', '=', 'left', 1, 'basic_expenditure_by_economic', '30109', 'amount', false),
    ('30109', '=', 'right', 1, 'general_budget_by_function', '2080506', 'basic', false),
    ('30113', '=', 'left', 1, 'basic_expenditure_by_economic', '30113', 'amount', false),
    ('30113', '=', 'right', 1, 'general_budget_by_function', '2210201', 'basic', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-06-F' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
    and bool_or(is_marked) over equation
),  __dbt__cte__rule_b_06_f2 as (
-- 06 303 = 05 2080501 + 2080502 基本.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional) as (
    values
    ('303', '=', 'left', 1, 'basic_expenditure_by_economic', '303', 'amount', false),
    ('303', '=', 'right', 1, 'general_budget_by_function', '2080501', 'basic', true),
    ('303', '=', 'right', 1, 'general_budget_by_function', '2080502', 'basic', true)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-06-F2' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
    and bool_or(is_marked) over equation
),  __dbt__cte__rule_b_06_f3 as (
-- 06 30110 + 30111 + 30112 = 05 21011 基本.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional) as (
    values
    ('30110', '=', 'left', 1, 'basic_expenditure_by_economic', '30110', 'amount', true),
    ('30110', '=', 'left', 1, 'basic_expenditure_by_economic', '30111', 'amount', true),
    ('30110', '=', 'left', 1, 'basic_expenditure_by_economic', '30112', 'amount', true),
    ('30110', '=', 'right', 1, 'general_budget_by_function', '21011', 'basic', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-06-F3' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
    and bool_or(is_marked) over equation
),  __dbt__cte__rule_s_run as (
-- 05: rows named 行政运行 have no 项目支出; the right side is nothing.
select distinct
    'S-RUN' as rule_id,
    filing_id,
    row_key || '|project' as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from "intermediate"."int_cell"
where
    form = 'general_budget_by_function' and measure = 'project'
    and row_label = '行政运行' and regexp_full_match(row_key, '[0-9]{5}01')
),  __dbt__cte__rule_s_annuity as (
-- 06: 30109 between 0.4 and 0.6 of 30108 (contributions are 8 % and 16 %), where both are printed.
-- The one rule with coefficients other than 1.
with printed as (
    select filing_id
    from "intermediate"."int_cell"
    where form = 'basic_expenditure_by_economic' and row_key in ('30108', '30109') and amount_cny > 0
    group by filing_id
    having count(distinct row_key) = 2
),
term (equation_key, side, coefficient, row_key) as (
    values
    ('at_most_0.6', 'left', 5, '30109'),
    ('at_most_0.6', 'right', 3, '30108'),
    ('at_least_0.4', 'left', 2, '30108'),
    ('at_least_0.4', 'right', 5, '30109')
)
select
    'S-ANNUITY' as rule_id,
    printed.filing_id,
    term.equation_key,
    '<=' as relation,
    term.side,
    term.coefficient,
    printed.filing_id as cell_filing_id,
    'basic_expenditure_by_economic' as form,
    term.row_key,
    'amount' as measure
from printed
cross join term
),  __dbt__cte__rule_y_open as (
-- 01, 04, 07: 年初 (t) = 年末 (t - 1), of the same filer and scope; in 05 and 08 where they print balances.
with pair as (
    select filing.filing_id, year_before.filing_id as prior_id
    from "staging"."stg_filing" as filing
    inner join "staging"."stg_filing" as year_before
        on filing.department_id = year_before.department_id and filing.scope = year_before.scope
            and filing.fiscal_year = year_before.fiscal_year + 1
    where filing.is_current and year_before.is_current and filing.is_identified
),
line (form, opening_key, opening_measure, closing_key, closing_measure) as (
    values
    ('income_expenditure_summary', 'income.opening_balance', 'amount', 'expenditure.closing_balance', 'amount'),
    ('appropriation_summary', 'income.opening_balance', 'total', 'expenditure.closing_balance', 'total'),
    (
        'appropriation_summary',
        'income.opening_balance.general_budget', 'total', 'expenditure.closing_balance', 'general_budget'
    ),
    (
        'appropriation_summary',
        'income.opening_balance.government_fund', 'total', 'expenditure.closing_balance', 'government_fund'
    ),
    (
        'appropriation_summary',
        'income.opening_balance.state_capital', 'total', 'expenditure.closing_balance', 'state_capital'
    )
),
named as (
    select pair.*, line.*
    from pair
    cross join line
    inner join "intermediate"."int_form" as here on pair.filing_id = here.filing_id and line.form = here.form
    inner join "intermediate"."int_form" as before on pair.prior_id = before.filing_id and line.form = before.form
    where here.status <> 'unusable' and before.status <> 'unusable'
),
coded as (
    select distinct
        pair.filing_id,
        pair.prior_id,
        node.form,
        node.row_key as opening_key,
        'opening_balance' as opening_measure,
        node.row_key as closing_key,
        'closing_balance' as closing_measure
    from pair
    inner join "intermediate"."int_key" as node
        on (pair.filing_id = node.filing_id and node.measure = 'opening_balance')
            or (pair.prior_id = node.filing_id and node.measure = 'closing_balance')
),
equation as (
    select * from named
    union all by name
    select * from coded
)
select
    'Y-OPEN' as rule_id,
    filing_id,
    concat_ws('|', form, opening_key, opening_measure) as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    form,
    opening_key as row_key,
    opening_measure as measure
from equation
union all
select
    'Y-OPEN' as rule_id,
    filing_id,
    concat_ws('|', form, opening_key, opening_measure) as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    prior_id as cell_filing_id,
    form,
    closing_key as row_key,
    closing_measure as measure
from equation
),  __dbt__cte__rule_u_sum as (
-- Σ of the unit filings <= the department filing: 03 (basic, project), 05, 06, 09. Units that do not publish cannot be
-- known; where the units reach the department's total of 05, none is missing, and every cell is equal. Money that
-- passes between units is in neither basic nor project expenditure of the general budget, hence no total of 03.
with pair as (
    select department.filing_id, unit.filing_id as unit_id
    from "staging"."stg_filing" as department
    inner join "staging"."stg_filing" as unit
        on department.region_code = unit.region_code and department.fiscal_year = unit.fiscal_year
            and department.department = unit.department
    where department.is_current and unit.is_current and department.scope = 'department' and unit.scope = 'unit'
),
total as (
    select filing_id, amount_cny, step_cny
    from "intermediate"."int_cell"
    where
        form = 'general_budget_by_function' and row_key = 'total' and measure = 'total' and state = 'printed'
),
complete as (
    select pair.filing_id
    from pair
    inner join total as whole on pair.filing_id = whole.filing_id
    left join total as part on pair.unit_id = part.filing_id
    group by pair.filing_id, whole.amount_cny, whole.step_cny
    having
        count(*) = count(part.filing_id)
        and abs(whole.amount_cny - sum(part.amount_cny)) * 2 < whole.step_cny + sum(part.step_cny)
),
-- Forms that the department and all its units have.
shared as (
    select pair.filing_id, of_unit.form
    from pair
    inner join "intermediate"."int_form" as of_unit on pair.unit_id = of_unit.filing_id
    inner join "intermediate"."int_form" as of_department
        on pair.filing_id = of_department.filing_id and of_unit.form = of_department.form
    where of_unit.status <> 'unusable' and of_department.status <> 'unusable'
    group by pair.filing_id, of_unit.form
    having count(*) = (select count(*) from pair as others where others.filing_id = pair.filing_id)
),
cell as (
    select filing_id, form, row_key, measure
    from "intermediate"."int_key"
    where
        form in ('general_budget_by_function', 'basic_expenditure_by_economic', 'three_public')
        or (form = 'expenditure_by_function' and measure in ('basic', 'project'))
),
part as (
    select pair.filing_id, cell.filing_id as cell_filing_id, cell.form, cell.row_key, cell.measure
    from pair
    inner join cell on pair.unit_id = cell.filing_id
),
whole as (
    select filing_id, form, row_key, measure from part
    union distinct
    select cell.filing_id, cell.form, cell.row_key, cell.measure
    from cell
    semi join complete on cell.filing_id = complete.filing_id
),
term as (
    select filing_id, cell_filing_id, form, row_key, measure, 'left' as side from part
    union all by name
    select filing_id, filing_id as cell_filing_id, form, row_key, measure, 'right' as side from whole
)
select
    'U-SUM' as rule_id,
    term.filing_id,
    concat_ws('|', term.form, term.row_key, term.measure) as equation_key,
    case when complete.filing_id is null then '<=' else '=' end as relation,
    term.side,
    1 as coefficient,
    term.cell_filing_id,
    term.form,
    term.row_key,
    term.measure
from term
inner join shared on term.filing_id = shared.filing_id and term.form = shared.form
left join complete on term.filing_id = complete.filing_id
), term as (
    select * from __dbt__cte__rule_a_01_inc
    union all by name
    select * from __dbt__cte__rule_a_01_exp
    union all by name
    select * from __dbt__cte__rule_a_01_toti
    union all by name
    select * from __dbt__cte__rule_a_01_tote
    union all by name
    select * from __dbt__cte__rule_a_01_bal
    union all by name
    select * from __dbt__cte__rule_a_02_v
    union all by name
    select * from __dbt__cte__rule_a_02_h
    union all by name
    select * from __dbt__cte__rule_a_03_v
    union all by name
    select * from __dbt__cte__rule_a_03_h
    union all by name
    select * from __dbt__cte__rule_a_04_inc
    union all by name
    select * from __dbt__cte__rule_a_04_exp
    union all by name
    select * from __dbt__cte__rule_a_04_h
    union all by name
    select * from __dbt__cte__rule_a_04_open
    union all by name
    select * from __dbt__cte__rule_a_04_toti
    union all by name
    select * from __dbt__cte__rule_a_04_tote
    union all by name
    select * from __dbt__cte__rule_a_04_bal
    union all by name
    select * from __dbt__cte__rule_a_04_totf
    union all by name
    select * from __dbt__cte__rule_a_04_balf
    union all by name
    select * from __dbt__cte__rule_a_05_v
    union all by name
    select * from __dbt__cte__rule_a_05_h
    union all by name
    select * from __dbt__cte__rule_a_05_row
    union all by name
    select * from __dbt__cte__rule_a_06_sum
    union all by name
    select * from __dbt__cte__rule_a_06_pers
    union all by name
    select * from __dbt__cte__rule_a_06_pub
    union all by name
    select * from __dbt__cte__rule_a_06_tot
    union all by name
    select * from __dbt__cte__rule_a_07_v
    union all by name
    select * from __dbt__cte__rule_a_07_h
    union all by name
    select * from __dbt__cte__rule_a_07_row
    union all by name
    select * from __dbt__cte__rule_a_08_v
    union all by name
    select * from __dbt__cte__rule_a_08_h
    union all by name
    select * from __dbt__cte__rule_a_08_row
    union all by name
    select * from __dbt__cte__rule_a_09
    union all by name
    select * from __dbt__cte__rule_a_10_proc
    union all by name
    select * from __dbt__cte__rule_a_10_cars
    union all by name
    select * from __dbt__cte__rule_b_01_02
    union all by name
    select * from __dbt__cte__rule_b_01_02f
    union all by name
    select * from __dbt__cte__rule_b_01_02c
    union all by name
    select * from __dbt__cte__rule_b_01_03
    union all by name
    select * from __dbt__cte__rule_b_01_03l
    union all by name
    select * from __dbt__cte__rule_b_01_04
    union all by name
    select * from __dbt__cte__rule_b_01_04l
    union all by name
    select * from __dbt__cte__rule_b_01_04s
    union all by name
    select * from __dbt__cte__rule_b_02_03
    union all by name
    select * from __dbt__cte__rule_b_02_04
    union all by name
    select * from __dbt__cte__rule_b_03_05
    union all by name
    select * from __dbt__cte__rule_b_04_05
    union all by name
    select * from __dbt__cte__rule_b_04_05l
    union all by name
    select * from __dbt__cte__rule_b_04_07
    union all by name
    select * from __dbt__cte__rule_b_04_07l
    union all by name
    select * from __dbt__cte__rule_b_04_08
    union all by name
    select * from __dbt__cte__rule_b_04_08l
    union all by name
    select * from __dbt__cte__rule_b_05_06
    union all by name
    select * from __dbt__cte__rule_b_06_09
    union all by name
    select * from __dbt__cte__rule_b_06_10
    union all by name
    select * from __dbt__cte__rule_b_06_f
    union all by name
    select * from __dbt__cte__rule_b_06_f2
    union all by name
    select * from __dbt__cte__rule_b_06_f3
    union all by name
    select * from __dbt__cte__rule_s_run
    union all by name
    select * from __dbt__cte__rule_s_annuity
    union all by name
    select * from __dbt__cte__rule_y_open
    union all by name
    select * from __dbt__cte__rule_u_sum
),
-- A rule speaks of its own years and scopes only.
asked as (
    select term.*
    from term
    inner join "seeds"."rules" as rules on term.rule_id = rules.rule_id
    inner join "staging"."stg_filing" as filing on term.filing_id = filing.filing_id
    where
        filing.fiscal_year between coalesce(rules.fy_from, 0) and coalesce(rules.fy_to, 9999)
        and (rules.scopes is null or list_contains(string_split(rules.scopes, ';'), filing.scope))
),
known_column as (
    select distinct filing_id, form, measure from "intermediate"."int_key"
)
select
    substr(md5(concat_ws('|', asked.rule_id, asked.filing_id, asked.equation_key)), 1, 16) as equation_id,
    asked.rule_id,
    asked.filing_id,
    asked.equation_key,
    asked.relation,
    asked.side,
    asked.coefficient,
    asked.cell_filing_id,
    asked.form,
    asked.row_key,
    asked.measure,
    cell.occurrence,
    case
        when cell.state is not null then cell.state
        when form.status = 'empty' then 'unlisted'
        when form.status = 'read' and known_column.form is not null and regexp_full_match(asked.row_key, '[0-9]+')
            then 'unlisted'
        else 'missing'
    end as state,
    cell.amount_cny,
    cell.step_cny,
    coalesce(cell.is_count, false) as is_count,
    cell.value_source,
    cell.row_label,
    cell.raw_text,
    cell.unit,
    cell.page,
    cell.sheet,
    cell.table_no,
    cell.row_no,
    cell.col_no,
    cell.line_no
from asked
left join "intermediate"."int_cell" as cell
    on asked.cell_filing_id = cell.filing_id and asked.form = cell.form and asked.row_key = cell.row_key
        and asked.measure = cell.measure
left join "intermediate"."int_form" as form on asked.cell_filing_id = form.filing_id and asked.form = form.form
left join known_column
    on asked.cell_filing_id = known_column.filing_id and asked.form = known_column.form
        and asked.measure = known_column.measure;

create table intermediate.int_rounding_regime as
-- How each filing was rounded, with the evidence. R1: every cell from yuan; sums may miss by cents, copies agree.
-- R2: the subtotals of the function tables are re-added from rounded leaves; their sums are exact, and what is
-- rounded from yuan elsewhere may miss them by (n + 1) half steps, n the leaves re-added. Where the total columns
-- are exact sums too, they may have been re-added as well (`rows_readded`).
with side as (
    select
        term.rule_id,
        term.filing_id,
        term.equation_key,
        sum(case when term.side = 'left' then 1 else -1 end * term.coefficient * term.amount_cny) as gap,
        sum(abs(term.coefficient) * term.step_cny) as steps,
        sum(abs(term.coefficient) * term.step_cny * greatest(leaves.n_leaves, leaves.n_parts, 1)) as leaf_steps,
        count(*) filter (where term.side = 'right') as n_right
    from "intermediate"."int_term" as term
    left join "intermediate"."int_leaf_count" as leaves
        on term.filing_id = leaves.filing_id and term.form = leaves.form and term.row_key = leaves.row_key
            and term.measure = leaves.measure
    where term.state = 'printed' and term.cell_filing_id = term.filing_id
    group by term.rule_id, term.filing_id, term.equation_key
),
evidence as (
    select
        side.filing_id,
        count(*) filter (where rules.shows = 'sum' and side.n_right > 1) as n_sums,
        count(*) filter (
            where rules.shows = 'sum' and side.gap <> 0 and abs(side.gap) * 2 < side.steps
        ) as n_sums_off,
        count(*) filter (
            where rules.shows = 'row' and side.gap <> 0 and abs(side.gap) * 2 < side.leaf_steps
        ) as n_rows_off,
        count(*) filter (where rules.shows = 'copy') as n_copies,
        count(*) filter (
            where rules.shows = 'copy' and abs(side.gap) * 2 >= side.steps and abs(side.gap) * 2 < side.leaf_steps
        ) as n_copies_off
    from side
    inner join "seeds"."rules" as rules on side.rule_id = rules.rule_id
    group by side.filing_id
)
select
    filing_id,
    case when n_sums > 0 and n_sums_off = 0 and n_copies_off > 0 then 'R2' else 'R1' end as regime,
    regime = 'R2' and n_rows_off = 0 as rows_readded,
    n_sums,
    n_sums_off,
    n_rows_off,
    n_copies,
    n_copies_off
from evidence;

create table intermediate.int_equation as
-- One row an equation: its two sides as printed, what rounding allows between them, and the verdict.
-- A blank counts nothing, and is named in `n_blank`: an equation that does not hold is a `fail` whether a cell says
-- something else or nothing. What the filing does not have (`missing`) or what was not read decides nothing:
-- such an equation is `not_evaluated`, unless the cells that are printed on both sides agree without it.
with weighted as (
    select
        term.*,
        -- In R2 a subtotal carries the rounding of all its leaves, outside the sums that re-added it.
        rules.half_steps * case
            when coalesce(regime.regime, 'R1') = 'R1' or rules.shows = 'sum' then 1
            when regime.rows_readded then greatest(leaves.n_leaves, leaves.n_parts, 1)
            else greatest(leaves.n_leaves, 1)
        end as half_steps
    from "intermediate"."int_term" as term
    inner join "seeds"."rules" as rules on term.rule_id = rules.rule_id
    left join "intermediate"."int_rounding_regime" as regime on term.cell_filing_id = regime.filing_id
    left join "intermediate"."int_leaf_count" as leaves
        on term.cell_filing_id = leaves.filing_id and term.form = leaves.form and term.row_key = leaves.row_key
            and term.measure = leaves.measure
),
total as (
    select
        equation_id,
        rule_id,
        filing_id,
        equation_key,
        relation,
        coalesce(sum(coefficient * amount_cny) filter (where state = 'printed' and side = 'left'), 0) as left_cny,
        coalesce(sum(coefficient * amount_cny) filter (where state = 'printed' and side = 'right'), 0) as right_cny,
        -- Doubled, so that no decimal is divided. Counts must agree exactly.
        coalesce(
            sum(abs(coefficient) * half_steps * step_cny) filter (where state = 'printed' and not is_count), 0
        ) as allowed,
        count(*) as n_terms,
        count(*) filter (where state = 'printed') as n_printed,
        count(*) filter (where state = 'blank') as n_blank,
        count(*) filter (where state = 'unread') as n_unread,
        count(*) filter (where state = 'unlisted') as n_unlisted,
        count(*) filter (where state = 'missing') as n_missing,
        count(*) filter (where side = 'left') = 0 or bool_or(state <> 'missing') filter (where side = 'left')
            as has_left,
        count(*) filter (where side = 'right') = 0 or bool_or(state <> 'missing') filter (where side = 'right')
            as has_right
    from weighted
    group by equation_id, rule_id, filing_id, equation_key, relation
),
compared as (
    select
        total.*,
        total.left_cny - total.right_cny as gap,
        rules.family,
        rules.severity,
        rules.soft,
        case when total.relation = '<=' then greatest(gap, 0) else abs(gap) end as excess
    from total
    inner join "seeds"."rules" as rules on total.rule_id = rules.rule_id
)
select
    equation_id,
    rule_id,
    family,
    severity,
    filing_id,
    equation_key,
    relation,
    left_cny,
    right_cny,
    cast(gap as decimal(24, 6)) as difference_cny,
    cast(allowed / 2 as decimal(24, 6)) as tolerance_cny,
    n_terms,
    n_printed,
    n_blank,
    n_unread,
    n_unlisted,
    n_missing,
    case
        when n_unread > 0 then 'not_evaluated'
        when n_printed = 0 then 'vacuous'
        when n_missing > 0 and not (has_left and has_right) then 'not_evaluated'
        when excess = 0 then 'exact'
        when excess * 2 < allowed then 'rounding'
        -- A soft rule is no identity, and a difference as large as rounding allows is nothing to look at.
        when soft and excess * 2 = allowed then 'rounding'
        when n_missing > 0 then 'not_evaluated'
        when soft then 'soft'
        else 'fail'
    end as verdict
from compared;

create table audit.rule_result as
-- Every rule on every current filing, one row each. A rule never passes without an equation that was evaluated:
-- it is `not_applicable` outside its years and scopes and where the filing prints nothing that it speaks of,
-- `not_evaluated` where a form, a cell or the neighbour filing that it needs is missing. `reason` says which.
with pair as (
    select
        rules.*,
        filing.filing_id,
        filing.fiscal_year,
        filing.region_code,
        filing.department_id,
        filing.scope
    from "staging"."stg_filing" as filing
    cross join "seeds"."rules" as rules
    where filing.is_current
),
needed as (
    select rule_id, unnest(string_split(forms, ';')) as form from "seeds"."rules"
),
form as (
    select
        needed.rule_id,
        filing.filing_id,
        bool_or(form.form is null) as is_absent,
        bool_or(coalesce(form.status, 'unusable') = 'unusable') as is_unusable
    from "staging"."stg_filing" as filing
    cross join needed
    left join "intermediate"."int_form" as form on filing.filing_id = form.filing_id and needed.form = form.form
    group by needed.rule_id, filing.filing_id
),
counted as (
    select
        rule_id,
        filing_id,
        count(*) as n_equations,
        count(*) filter (where verdict = 'exact') as n_exact,
        count(*) filter (where verdict = 'vacuous') as n_vacuous,
        count(*) filter (where verdict = 'rounding') as n_rounding,
        count(*) filter (where verdict = 'soft') as n_soft,
        count(*) filter (where verdict = 'fail') as n_fail,
        count(*) filter (where verdict = 'not_evaluated') as n_not_evaluated,
        max(abs(difference_cny)) filter (
            where relation = '=' and verdict in ('rounding', 'soft', 'fail') or difference_cny > 0
        ) as max_difference_cny
    from "intermediate"."int_equation"
    group by rule_id, filing_id
),
judged as (
    select
        pair.*,
        counted.* exclude (rule_id, filing_id),
        case
            when pair.fiscal_year < pair.fy_from or pair.fiscal_year > pair.fy_to then 'year'
            when pair.scopes is not null and pair.scope is null then 'scope_unknown'
            when not list_contains(string_split(pair.scopes, ';'), pair.scope) then 'scope'
            when counted.n_fail > 0 then 'contradiction'
            when form.is_absent and pair.when_absent = 'not_applicable' then 'form_absent'
            when form.is_unusable then 'form_missing'
            when counted.n_not_evaluated > 0 then 'cell_missing'
            when counted.n_soft > 0 then 'soft_mismatch'
            when counted.n_rounding > 0 then 'rounding'
            when counted.n_equations > 0 then 'holds'
            when pair.needs_neighbour then 'neighbour_missing'
            else 'nothing_printed'
        end as reason
    from pair
    inner join form on pair.rule_id = form.rule_id and pair.filing_id = form.filing_id
    left join counted on pair.rule_id = counted.rule_id and pair.filing_id = counted.filing_id
)
select
    rule_id,
    filing_id,
    fiscal_year,
    region_code,
    department_id,
    case
        when reason in ('contradiction', 'soft_mismatch') then 'fail'
        when reason in ('year', 'scope', 'form_absent', 'nothing_printed') then 'not_applicable'
        when reason in ('scope_unknown', 'form_missing', 'cell_missing', 'neighbour_missing') then 'not_evaluated'
        when reason = 'rounding' then 'rounding'
        when reason = 'holds' then 'pass'
    end as status,
    reason,
    severity,
    coalesce(n_equations, 0) as n_equations,
    coalesce(n_exact, 0) as n_exact,
    coalesce(n_vacuous, 0) as n_vacuous,
    coalesce(n_rounding, 0) as n_rounding,
    coalesce(n_soft, 0) as n_soft,
    coalesce(n_fail, 0) as n_fail,
    coalesce(n_not_evaluated, 0) as n_not_evaluated,
    cast(max_difference_cny as decimal(20, 2)) as max_difference_cny
from judged
order by fiscal_year asc, region_code asc, department_id asc, filing_id asc, rule_id asc;
